package dev.kilat.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// Work that arrives at its own rate, whether or not the earlier is done, as guests and
/// photographers do. How long each took counts from when it was due.
public final class OpenLoop {
    private OpenLoop() {}

    /// @param atOnce how many can be at work, as an account has so many functions; the others wait
    /// @param work told which it is, from 0
    public static Run run(double perSecond, int times, int atOnce, IntConsumer work)
            throws Exception {
        Semaphore places = new Semaphore(atOnce);
        ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            int which = i;
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            threads.add(
                    Thread.startVirtualThread(() -> {
                        places.acquireUninterruptibly();
                        try {
                            work.accept(which);
                            took.add((System.nanoTime() - due) / 1e6);
                        } catch (RuntimeException e) {
                            failures.add(e);
                        } finally {
                            places.release();
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
        return new Run(new Sample(took), Duration.ofNanos(System.nanoTime() - start));
    }

    /// @param milliseconds each took
    /// @param whole until the last was done
    public record Run(Sample milliseconds, Duration whole) {
        public double perSecond() {
            return milliseconds.size() / (whole.toNanos() / 1e9);
        }
    }
}
