package dev.kilat.bench;

import dev.kilat.bench.report.Report;
import java.util.Map;

/// One command of `./kilat bench`.
public interface Benchmark {
    /// The flags it takes, each with what a reader of the usage needs to know.
    Map<String, String> flags();

    Report run(Arguments arguments) throws Exception;
}
