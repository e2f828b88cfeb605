package dev.kilat.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// How often something took how long, to about a tenth: a bucket ends 1.1 times later than it
/// begins.
///
/// @param buckets count by bucket
public record Histogram(Map<Integer, Long> buckets) {
    private static final double GROWTH = Math.log(1.1);

    /// Behind it all is one bucket: nobody asks how much longer than an hour.
    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

    public Histogram {
        buckets = Map.copyOf(buckets);
    }

    public static Histogram of(Collection<Duration> times) {
        Map<Integer, Long> buckets = new TreeMap<>();
        times.forEach(time -> buckets.merge(bucket(time), 1L, Long::sum));
        return new Histogram(buckets);
    }

    public Histogram plus(Histogram other) {
        Map<Integer, Long> sum = new TreeMap<>(buckets);
        other.buckets.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return new Histogram(sum);
    }

    public long count() {
        return buckets.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The time in milliseconds that `percent` of all took at most; empty if there were none.
    public OptionalLong percentile(int percent) {
        long rank = Math.ceilDiv(count() * percent, 100);
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : new TreeMap<>(buckets).entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return OptionalLong.of(Math.round(Math.exp((bucket.getKey() + 0.5) * GROWTH)));
            }
        }
        return OptionalLong.empty();
    }

    private static int bucket(Duration time) {
        long millis = Math.clamp(time.toMillis(), 1, LONGEST_MILLIS);
        return (int) Math.floor(Math.log((double) millis) / GROWTH);
    }
}
