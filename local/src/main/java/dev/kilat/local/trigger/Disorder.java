package dev.kilat.local.trigger;

import java.time.Duration;
import java.util.Random;

/// How unkindly events are delivered: S3 promises each at least once, and in no order.
///
/// @param seed the same seed gives the same misfortunes
/// @param duplicates probability, 0 to 1, that an event is delivered twice
/// @param longestDelay each delivery waits a random part of it, so that later events overtake
///   earlier ones
public record Disorder(long seed, double duplicates, Duration longestDelay) {

    /// Every event once, at once.
    public static final Disorder NONE = new Disorder(0, 0, Duration.ZERO);

    /// Enough for every run to meet both.
    public static Disorder seeded(long seed) {
        return new Disorder(seed, 0.1, Duration.ofMillis(250));
    }

    Random random() {
        return new Random(seed);
    }
}
