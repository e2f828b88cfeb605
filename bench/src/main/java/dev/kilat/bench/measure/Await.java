package dev.kilat.bench.measure;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting for what other processes do.
public final class Await {
    private Await() {}

    /// Asks every so often whether it is so.
    ///
    /// @param otherwise what is wrong if it never is
    /// @throws IllegalStateException when patience ends
    public static void until(
            BooleanSupplier done, Duration every, Duration patience, String otherwise)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        otherwise + " within " + patience.toSeconds() + " s");
            }
            Thread.sleep(every);
        }
    }
}
