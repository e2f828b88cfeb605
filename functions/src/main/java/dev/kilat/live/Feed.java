package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Head;

/// One life of an event's change log. What was sent of another epoch says nothing about this one.
public record Feed(EventSlug event, String epoch) {
    public static Feed of(EventSlug event, Head head) {
        return new Feed(event, head.epoch());
    }

    public Room room() {
        return new Room.OfEvent(event);
    }
}
