package dev.kilat.live;

import dev.kilat.photo.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A clock that only moves when somebody waits, and then does what is due meanwhile: one thread
/// plays many.
final class VirtualTime implements InstantSource, Pause {
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private long orders;

    @Override
    public Instant instant() {
        return now;
    }

    void after(Duration delay, Runnable action) {
        agenda.add(new Due(now.plus(delay), orders++, action));
    }

    @Override
    public void sleep(Duration time) {
        Instant end = now.plus(time);
        for (Due next = agenda.peek();
                next != null && !next.at.isAfter(end);
                next = agenda.peek()) {
            agenda.remove();
            now = next.at.isAfter(now) ? next.at : now;
            next.action.run();
        }
        now = end.isAfter(now) ? end : now;
    }

    void untilNothingIsDue() {
        while (!agenda.isEmpty()) {
            sleep(Duration.ofSeconds(1));
        }
    }

    private record Due(Instant at, long order, Runnable action) {}
}
