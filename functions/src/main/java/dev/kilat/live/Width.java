package dev.kilat.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How many posts are under way at once: few at first, because each that joins them costs a TLS
/// handshake, and one more for each that arrived, so that they double with each round trip.
final class Width {
    static final int FEWEST = 4;
    static final int MOST = 128;

    /// After so long without a post, connections have to be opened anew.
    static final Duration WARM = Duration.ofSeconds(10);

    private final InstantSource clock;
    private int places = FEWEST;
    private Instant last = Instant.EPOCH;

    Width(InstantSource clock) {
        this.clock = clock;
    }

    /// @return how many may begin
    synchronized int begin() {
        Instant now = clock.instant();
        if (!last.plus(WARM).isAfter(now)) {
            places = FEWEST;
        }
        last = now;
        return places;
    }

    /// After a post that arrived.
    ///
    /// @return whether there may be one more
    synchronized boolean grow() {
        last = clock.instant();
        if (places == MOST) {
            return false;
        }
        places++;
        return true;
    }
}
