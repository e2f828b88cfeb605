package dev.kilat.live;

import dev.kilat.photo.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// This function's share of the requests that the account may make each second. Half a second's
/// worth may leave at once, if none did for as long.
public final class TokenBucket {
    private final Duration each;
    private final Duration burst;
    private final InstantSource clock;
    private final Pause pause;

    /// When all would be free again, if nobody took any more.
    private Instant full = Instant.EPOCH;

    public TokenBucket(int perSecond, InstantSource clock, Pause pause) {
        this.each = Duration.ofSeconds(1).dividedBy(perSecond);
        this.burst = each.multipliedBy(Math.max(1, perSecond / 2));
        this.clock = clock;
        this.pause = pause;
    }

    /// Waits for its turn.
    void take() {
        Duration early = reserve(clock.instant());
        if (early.isPositive()) {
            pause.sleep(early);
        }
    }

    private synchronized Duration reserve(Instant now) {
        full = (full.isBefore(now) ? now : full).plus(each);
        return Duration.between(now.plus(burst), full);
    }
}
