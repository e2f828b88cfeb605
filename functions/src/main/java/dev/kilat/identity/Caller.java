package dev.kilat.identity;

import dev.kilat.event.EventSlug;

/// Who is calling, as far as a token that we signed proves it.
public sealed interface Caller {
    /// May call everything, for every event.
    record Admin(String username) implements Caller {}

    /// May call what guests may, for one event.
    ///
    /// @param guestId 32 hex digits: the same person, as long as the browser keeps its token
    record Guest(String guestId, EventSlug event, String name) implements Caller {}

    /// No token, or one that proves nothing.
    record Nobody() implements Caller {}

    /// Whether the galleries of this event are open to the caller.
    default boolean mayEnter(EventSlug slug) {
        return switch (this) {
            case Admin _ -> true;
            case Guest guest -> guest.event().equals(slug);
            case Nobody _ -> false;
        };
    }
}
