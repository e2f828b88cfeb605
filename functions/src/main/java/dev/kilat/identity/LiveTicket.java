package dev.kilat.identity;

import dev.kilat.event.EventSlug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the ticket of a WebSocket proves: who may join which room.
///
/// @param room `event:{slug}` or `admin`
/// @param subject guest id or username
/// @param eventMadeAt when the room's event was made, where that is known: the slug of a purged
///   event may be another's by now
public record LiveTicket(String room, String subject, Role role, @Nullable Instant eventMadeAt) {
    public static final String ADMIN_ROOM = "admin";

    /// For a room that has no event, or one of which nobody noted when it was made.
    public LiveTicket(String room, String subject, Role role) {
        this(room, subject, role, null);
    }

    public static String eventRoom(EventSlug slug) {
        return "event:" + slug;
    }
}
