package dev.kilat.aws;

import dev.kilat.http.Json;
import dev.kilat.telemetry.Invocation;
import dev.kilat.telemetry.Metrics;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measurements as log lines in CloudWatch's embedded metric format: they cost no call, and the
/// line tells which request they are of.
public final class EmfMetrics implements Metrics {
    private static final String NAMESPACE = "Kilat";
    private static final String FUNCTION = "function";

    private final PrintStream out;
    private final InstantSource clock;

    public EmfMetrics(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void count(String name, long value) {
        print(name, "Count", value);
    }

    @Override
    public void milliseconds(String name, long value) {
        print(name, "Milliseconds", value);
    }

    private void print(String name, String unit, long value) {
        Map<String, Object> directive =
                Map.of(
                        "Namespace", NAMESPACE,
                        "Dimensions", List.of(List.of(FUNCTION)),
                        "Metrics", List.of(Map.of("Name", name, "Unit", unit)));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "_aws",
                Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)));
        line.put(FUNCTION, Invocation.current().map(Invocation::function).orElse("none"));
        Invocation.current().ifPresent(now -> line.put("request_id", now.requestId()));
        line.put(name, value);
        out.println(Json.write(line));
    }
}
