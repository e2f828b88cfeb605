package dev.kilat.live.memory;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Histogram;
import dev.kilat.live.PublishTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class MemoryPublishTimes implements PublishTimes {
    private final List<Taken> all = new ArrayList<>();

    @Override
    public synchronized void add(EventSlug event, List<Duration> took, Instant now) {
        took.forEach(time -> all.add(new Taken(event, time, now)));
    }

    @Override
    public synchronized Histogram lately(EventSlug event, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
        Map<Integer, Long> counts = new HashMap<>();
        all.stream()
                .filter(taken -> taken.event().equals(event) && !taken.at().isBefore(from))
                .forEach(taken -> counts.merge(Histogram.bucket(taken.time()), 1L, Long::sum));
        return new Histogram(counts);
    }

    private record Taken(EventSlug event, Duration time, Instant at) {}
}
