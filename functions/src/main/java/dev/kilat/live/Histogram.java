package dev.kilat.live;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// How often something took how long, to within a tenth: each bucket reaches a tenth further than
/// the one before.
///
/// @param counts by bucket
public record Histogram(Map<Integer, Long> counts) {
    private static final double STEP = Math.log(1.1);

    public Histogram {
        counts = Map.copyOf(counts);
    }

    public static int bucket(Duration took) {
        return (int) (Math.log(Math.max(0, took.toMillis()) + 1.0) / STEP);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param share of all that took no longer, such as 0.95
    /// @return in milliseconds; empty if there is nothing
    public OptionalLong percentile(double share) {
        long wanted = (long) Math.ceil(total() * share);
        long seen = 0;
        for (var bucket : new TreeMap<>(counts).entrySet()) {
            seen += bucket.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(Math.round(Math.exp((bucket.getKey() + 0.5) * STEP) - 1));
            }
        }
        return OptionalLong.empty();
    }
}
