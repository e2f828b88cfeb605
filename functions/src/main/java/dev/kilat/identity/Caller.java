package dev.kilat.identity;

import dev.kilat.event.EventSlug;
import java.time.Instant;

/// Who is calling, as far as a token that we signed proves it.
public sealed interface Caller {
    /// May call everything, for every event.
    record Admin(String username) implements Caller {}

    /// May call what guests may, for one event.
    ///
    /// @param eventMadeAt when it was made: the slug of a purged event may be another's by now
    /// @param guestId 32 hex digits: the same person, as long as the browser keeps its token
    record Guest(String guestId, EventSlug event, Instant eventMadeAt, String name)
            implements Caller {}

    /// No token, or one that proves nothing.
    record Nobody() implements Caller {}

    /// As logs spell it.
    default String role() {
        return switch (this) {
            case Admin _ -> Role.ADMIN.text();
            case Guest _ -> Role.GUEST.text();
            case Nobody _ -> "nobody";
        };
    }

    /// What names the caller in rows, tickets and logs: username or guest id, empty for nobody.
    default String subject() {
        return switch (this) {
            case Admin admin -> admin.username();
            case Guest guest -> guest.guestId();
            case Nobody _ -> "";
        };
    }

    /// Whether the gallery of this event is open to the caller.
    default boolean mayEnter(EventSlug slug) {
        return switch (this) {
            case Admin _ -> true;
            case Guest guest -> guest.event().equals(slug);
            case Nobody _ -> false;
        };
    }
}
