package dev.kilat.simulation;

import java.time.Duration;

/// How long a client waits after a failure: with full jitter, from one second to half a minute.
final class Backoff {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Chance chance;
    private int failures;

    Backoff(Chance chance) {
        this.chance = chance;
    }

    Duration next() {
        Duration most = LEAST.multipliedBy(1L << Math.min(failures++, 5));
        return chance.upTo(most.compareTo(MOST) < 0 ? most : MOST);
    }

    void reset() {
        failures = 0;
    }
}
