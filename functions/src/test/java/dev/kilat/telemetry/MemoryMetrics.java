package dev.kilat.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Measurements in memory.
public final class MemoryMetrics implements Metrics {
    public final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String name, long value) {
        counts.merge(name, value, Long::sum);
    }

    @Override
    public void milliseconds(String name, long value) {
        count(name, value);
    }
}
