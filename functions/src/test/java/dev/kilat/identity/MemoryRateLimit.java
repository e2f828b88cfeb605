package dev.kilat.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

public final class MemoryRateLimit implements RateLimit {
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> hits = new HashMap<>();

    public MemoryRateLimit(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Verdict hit(String what, String who, int limit, Duration window) {
        Instant now = clock.instant();
        Deque<Instant> recent = hits.computeIfAbsent(what + " " + who, _ -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(window))) {
            recent.removeFirst();
        }
        if (recent.size() >= limit) {
            return new Verdict.Limited(Duration.between(now, recent.peekFirst().plus(window)));
        }
        recent.addLast(now);
        return new Verdict.Allowed();
    }

    @Override
    public synchronized void forget(String what, String who) {
        hits.remove(what + " " + who);
    }
}
