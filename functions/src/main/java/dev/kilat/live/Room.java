package dev.kilat.live;

import dev.kilat.event.EventSlug;

/// Where frames are posted to: every connection in a room gets each of its frames.
public sealed interface Room {
    Room ADMIN = new Admin();

    /// Everybody who looks at one event.
    record OfEvent(EventSlug event) implements Room {
        @Override
        public String toString() {
            return PREFIX + event;
        }
    }

    /// What only admins learn, of all events.
    record Admin() implements Room {
        @Override
        public String toString() {
            return "admin";
        }
    }

    String PREFIX = "event:";

    /// The inverse of `toString`: `admin` or `event:{slug}`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Room parse(String text) {
        if (text.equals(ADMIN.toString())) {
            return ADMIN;
        }
        if (text.startsWith(PREFIX)) {
            return new OfEvent(new EventSlug(text.substring(PREFIX.length())));
        }
        throw new IllegalArgumentException("room must be admin or event:{slug}");
    }
}
