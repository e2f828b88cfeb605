package dev.kilat.live;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.photo.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An open WebSocket.
///
/// A guest is in the room of its event or, after leaving it, in none. An admin stays in the room of
/// admins, and besides may be in that of one event.
///
/// @param home the room its ticket is for
/// @param eventMadeAt when the event of that room was made, if its ticket says so
/// @param rooms where it gets frames from, now
/// @param subject guest id, or the admin's user name
/// @param expiresAt when it can no longer be open, whatever was missed
public record Connection(
        String id,
        Room home,
        @Nullable Instant eventMadeAt,
        Set<Room> rooms,
        String subject,
        Role role,
        Instant connectedAt,
        Instant expiresAt) {
    /// API Gateway closes a connection after two hours; the rest is for clocks that differ.
    public static final Duration LONGEST_LIFE = Duration.ofHours(2).plusMinutes(5);

    public Connection {
        rooms = Set.copyOf(rooms);
    }

    public static Connection opened(String id, LiveTicket ticket, Instant now) {
        Room home = Room.parse(ticket.room());
        return new Connection(
                id,
                home,
                ticket.eventMadeAt(),
                Set.of(home),
                ticket.subject(),
                ticket.role(),
                now,
                now.plus(LONGEST_LIFE));
    }

    public boolean mayJoin(Room room) {
        return role == Role.ADMIN || room.equals(home);
    }

    /// Whether it was let into the event that this log is of, and not into one that had the slug
    /// before. Admins are let into all.
    public boolean isAtHome(Head head) {
        return role == Role.ADMIN || head.isOfEventMadeAt(eventMadeAt);
    }
}
