package dev.kilat.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test turns.
public final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-08-01T18:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }
}
