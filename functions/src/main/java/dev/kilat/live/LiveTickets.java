package dev.kilat.live;

import java.util.Optional;

/// The port on the tickets that open a connection.
@FunctionalInterface
public interface LiveTickets {
    /// Empty if the ticket is forged, expired, or meant for something else.
    Optional<LiveTicket> verify(String ticket);
}
