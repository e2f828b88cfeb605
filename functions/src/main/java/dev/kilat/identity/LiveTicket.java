package dev.kilat.identity;

import dev.kilat.event.EventSlug;

/// What the ticket of a WebSocket proves: who may join which room.
///
/// @param room `event:{slug}` or `admin`
/// @param subject guest id or username
public record LiveTicket(String room, String subject, Role role) {
    public static final String ADMIN_ROOM = "admin";

    public static String eventRoom(EventSlug slug) {
        return "event:" + slug;
    }
}
