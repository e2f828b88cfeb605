package dev.kilat.live;

/// What a ticket for one connection says, once its signature and age are checked.
///
/// @param subject guest id, or the admin's user name
public record LiveTicket(Room room, String subject, Role role) {}
