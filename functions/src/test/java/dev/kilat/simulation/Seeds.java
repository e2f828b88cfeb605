package dev.kilat.simulation;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.LongStream;

/// Many events side by side: more than there are processors, since in each event only one strand
/// runs, and a processor with fewer would wait for the next one to wake.
final class Seeds {
    private static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    private Seeds() {}

    static <T> T play(long from, long count, Function<LongStream, T> events) {
        try (var pool = new ForkJoinPool(AT_ONCE)) {
            return pool.submit(() -> events.apply(LongStream.range(from, from + count).parallel()))
                    .join();
        }
    }
}
