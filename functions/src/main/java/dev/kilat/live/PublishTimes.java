package dev.kilat.live;

import dev.kilat.event.EventSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The port on how long photos took: from our hearing of them until their frame had been posted.
public interface PublishTimes {
    void add(EventSlug event, List<Duration> took, Instant now);

    /// Those of this hour and the last.
    Histogram lately(EventSlug event, Instant now);
}
