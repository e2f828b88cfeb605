package dev.kilat.bench;

import dev.kilat.bench.coldstart.ColdStart;
import dev.kilat.bench.cost.CostBenchmark;
import dev.kilat.bench.delta.DeltaBenchmark;
import dev.kilat.bench.fanout.FanOutBenchmark;
import dev.kilat.bench.ingest.IngestBenchmark;
import dev.kilat.bench.page.PageBenchmark;
import dev.kilat.bench.thumbnails.ThumbnailsBenchmark;
import java.util.LinkedHashMap;
import java.util.Map;

/// The list of them all, in the order in which they run.
final class Benchmarks {
    private Benchmarks() {}

    static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("thumbnails", new ThumbnailsBenchmark());
        all.put("ingest", new IngestBenchmark());
        all.put("delta", new DeltaBenchmark());
        all.put("fan-out", new FanOutBenchmark());
        all.put("cold-start", new ColdStart());
        all.put("page", new PageBenchmark());
        all.put("cost", new CostBenchmark());
        return all;
    }
}
