package dev.kilat.contracts.live;

import org.jspecify.annotations.Nullable;

/// The connection hears this room from now on.
///
/// @param room `admin` or `event:{slug}`
/// @param epoch of the event's change log; like head null in the room `admin`, which has none
public record Joined(String type, String room, @Nullable String epoch, @Nullable Long head)
        implements Frame {
    public static final String TYPE = "joined";

    public Joined(String room, @Nullable String epoch, @Nullable Long head) {
        this(TYPE, room, epoch, head);
    }
}
