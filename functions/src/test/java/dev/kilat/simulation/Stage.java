package dev.kilat.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Virtual time for many strands, of which one runs at a time: whoever sleeps lets the one that is
/// due next run. What happens, and in which order, depends on nothing else.
final class Stage implements InstantSource {
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Semaphore back = new Semaphore(0);
    private Instant now;
    private Instant end;
    private long orders;
    private boolean over;
    private @Nullable Throwable broken;

    Stage(Instant start) {
        now = start;
        end = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Starts a strand after the delay.
    void after(Duration delay, Runnable strand) {
        if (!over) {
            due(delay, () -> Thread.ofVirtual().start(() -> play(strand)));
        }
    }

    private void play(Runnable strand) {
        try {
            strand.run();
        } catch (Over end) {
            // Its world is.
        } catch (Throwable unforeseen) {
            broken = unforeseen;
        } finally {
            next();
        }
    }

    /// Lets others run until the time has passed. Called from within a strand.
    void sleep(Duration time) {
        if (over) {
            throw new Over();
        }
        Instant until = time.isPositive() ? now.plus(time) : now;
        if (nothingIsDueBefore(until)) {
            now = until;
            return;
        }
        Semaphore wake = new Semaphore(0);
        due(time, wake::release);
        next();
        wake.acquireUninterruptibly();
        if (over) {
            throw new Over();
        }
    }

    private boolean nothingIsDueBefore(Instant time) {
        return !time.isAfter(end) && (agenda.isEmpty() || agenda.peek().at.isAfter(time));
    }

    private void due(Duration delay, Runnable action) {
        agenda.add(new Due(delay.isPositive() ? now.plus(delay) : now, orders++, action));
    }

    /// Plays what is due until then.
    void playUntil(Instant then) {
        end = then;
        play();
        now = end;
    }

    /// Ends all strands where they sleep.
    void close() {
        over = true;
        end = Instant.MAX;
        play();
    }

    private void play() {
        next();
        back.acquireUninterruptibly();
        if (broken != null) {
            throw new IllegalStateException("a strand broke", broken);
        }
    }

    /// Whoever stops wakes whoever is due next: one switch of threads, where by way of somebody who
    /// directs them there would be two.
    private void next() {
        Due next = broken == null ? agenda.peek() : null;
        if (next == null || next.at.isAfter(end)) {
            back.release();
            return;
        }
        agenda.remove();
        now = next.at;
        next.action.run();
    }

    private record Due(Instant at, long order, Runnable action) {}

    /// Ends a strand: no handler of exceptions sees it.
    private static final class Over extends Error {
        private static final long serialVersionUID = 1L;

        Over() {
            super(null, null, false, false);
        }
    }
}
