package dev.kilat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.bench.measure.Child;
import dev.kilat.bench.measure.Machine;
import dev.kilat.bench.measure.Rounds;
import dev.kilat.bench.measure.Sample;
import dev.kilat.bench.measure.Samples;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Workers of one processor each, and the server they post to.
final class Posting implements AutoCloseable {
    private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-Xmx256m");

    /// Lambda's default, as functions have that post to a small room beside their other work.
    private static final String C1 = "-XX:TieredStopAtLevel=1";

    /// As `FanOut` is set to, which posts to the large ones.
    private static final String C2 = "-XX:TieredStopAtLevel=4";

    private static final int POSTS = 2000;
    private static final int ROOM = 10_000;
    private static final int FRAMES = 5;

    /// What both sides are compiled in.
    private static final int UNMEASURED = 5;

    private final Certificate certificate;
    private final Child stage;
    private final String endpoint;

    private Posting(Certificate certificate) {
        this.certificate = certificate;
        this.stage = Child.java(certificate.asKey(), StageProcess.class);
        this.endpoint = "https://localhost:" + stage.ask("port").path("port").asInt() + "/live";
    }

    static Posting start(Certificate certificate) {
        return new Posting(certificate);
    }

    Comparison cost(int rounds, String sdk) throws Exception {
        try (Child ours = worker("ours", C1, 0);
                Child sdks = worker("sdk", C1, 0)) {
            Samples cpu =
                    new Rounds()
                            .with("ours", () -> cpuOf(ours))
                            .with("sdk", () -> cpuOf(sdks))
                            .run(2, rounds);
            return Comparison.of("1,000 posts", Figure.of(cpu.median("ours"), "CPU ms"))
                    .against(Figure.of(cpu.median("sdk"), "CPU ms").by(sdk))
                    .wanted(new Goal.Fewer(3));
        }
    }

    private static double cpuOf(Child worker) {
        JsonNode posted = all(worker.ask(POSTS + " warm"), POSTS);
        return posted.path("cpu_ms").asDouble() * 1000 / POSTS;
    }

    List<Comparison> largeRoom(List<String> remarks) {
        try (Child first = worker("function", C2, 0);
                Child second = worker("function", C2, 1)) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < UNMEASURED + FRAMES; i++) {
                seconds.add(frame(first, second));
            }
            remarks.add(
                    "The server shares the workers' %d processors; it answered %,d posts in all. A room's time is the median of five frames, after five to compile both sides. Two functions may post 8,000 a second and 4,000 at once between them, which leaves .75 s at least."
                            .formatted(
                                    Machine.processors(),
                                    stage.ask("posts").path("posts").asLong()));
            return List.of(
                    Comparison.of(
                                    "10,000 connections reached by two functions of one processor (C2, as `FanOut`)",
                                    Figure.of(
                                            new Sample(seconds.subList(UNMEASURED, seconds.size()))
                                                    .median(),
                                            "s"))
                            .wanted(new Goal.AtMost(2))
                            .limit(Figure.of(.75, "s")),
                    Comparison.of(
                                    "the same, their first posts after a start",
                                    Figure.of(seconds.getFirst(), "s"))
                            .limit(Figure.of(.75, "s")));
        }
    }

    /// @return seconds until both are through with their half
    private static double frame(Child... workers) {
        long start = System.nanoTime();
        List<CompletableFuture<JsonNode>> halves =
                Stream.of(workers)
                        .map(worker ->
                                CompletableFuture.supplyAsync(() ->
                                        all(
                                                worker.ask(String.valueOf(ROOM / workers.length)),
                                                ROOM / workers.length)))
                        .toList();
        halves.forEach(CompletableFuture::join);
        return (System.nanoTime() - start) / 1e9;
    }

    private static JsonNode all(JsonNode posted, int wanted) {
        if (posted.path("reached").asInt() != wanted) {
            throw new IllegalStateException("of " + wanted + " posts arrived: " + posted);
        }
        return posted;
    }

    /// @param fromLast which processor, counted from the last
    private Child worker(String kind, String compiler, int fromLast) {
        List<String> command =
                Child.javaCommand(
                        Stream.of(List.of(compiler), LAMBDA, certificate.asTrusted())
                                .flatMap(List::stream)
                                .toList(),
                        PostingProcess.class,
                        kind,
                        endpoint);
        int processor = Math.max(0, Machine.processors() - 1 - fromLast);
        return Child.start(kind, Child.onProcessor(processor, command), Map.of());
    }

    @Override
    public void close() {
        stage.close();
    }
}
