package dev.kilat.contracts.queue;

/// Become, or go on as, the one sender of this event's room.
///
/// @param owner a UUID: who holds the room's lease
public record Announce(String type, String eventSlug, String owner) implements FanOutMessage {
    public static final String TYPE = "announce";

    public Announce(String eventSlug, String owner) {
        this(TYPE, eventSlug, owner);
    }
}
