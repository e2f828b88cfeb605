package dev.kilat.bench.measure;

import java.util.Map;

/// What several things measured in turns came to, by their names.
public record Samples(Map<String, Sample> byName) {
    public Sample of(String name) {
        Sample sample = byName.get(name);
        if (sample == null) {
            throw new IllegalArgumentException(name + " was not measured, but " + byName.keySet());
        }
        return sample;
    }

    public double median(String name) {
        return of(name).median();
    }
}
