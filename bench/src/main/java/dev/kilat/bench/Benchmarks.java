package dev.kilat.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// The list of them all, in the order in which they run.
final class Benchmarks {
    private Benchmarks() {}

    static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        return all;
    }
}
