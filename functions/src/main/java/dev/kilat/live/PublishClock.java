package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Measures how long photos took to their guests. Never fails: a figure must not cost a frame.
public final class PublishClock {
    /// A frame that repeats what was sent long ago says nothing about today.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(PublishClock.class.getName());

    private final PublishTimes times;
    private final Metrics metrics;
    private final InstantSource clock;

    public PublishClock(PublishTimes times, Metrics metrics, InstantSource clock) {
        this.times = times;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// The room was told of these just now.
    void posted(EventSlug event, List<Change.Logged> changes) {
        Instant now = clock.instant();
        List<Duration> took =
                changes.stream()
                        .map(Change.Logged::change)
                        .filter(Change.Added.class::isInstance)
                        .map(added -> Duration.between(((Change.Added) added).heardAt(), now))
                        .filter(time -> time.compareTo(LONGEST) < 0)
                        .toList();
        if (took.isEmpty()) {
            return;
        }
        took.forEach(time -> metrics.milliseconds("PublishLatency", Math.max(0, time.toMillis())));
        try {
            times.add(event, took, now);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "how long photos of " + event + " took is not kept", e);
        }
    }
}
