package dev.kilat.live;

import dev.kilat.event.EventSlug;
import java.time.Instant;

/// The port on how long photos took from our hearing of them to their frame, by event and hour.
public interface Latencies {
    void add(EventSlug event, Instant now, Histogram times);

    /// Of this hour and the one before.
    Histogram lately(EventSlug event, Instant now);
}
