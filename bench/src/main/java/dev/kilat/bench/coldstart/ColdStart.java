package dev.kilat.bench.coldstart;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.coldstart.usual.UsualHandler;
import dev.kilat.bench.measure.Child;
import dev.kilat.bench.measure.Rounds;
import dev.kilat.bench.measure.Samples;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.util.VersionInfo;

/// From the start of a function's process to its answer to the first event.
public final class ColdStart implements Benchmark {
    private static final String USUAL = "the usual function";
    private static final String MANAGED = "as the managed runtime starts it, without a snapshot";
    private static final String BUNDLE = "as its bundle starts it, by the AOT cache";
    private static final List<String> ENGINES =
            List.of(
                    "-Xmx1g",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    @Override
    public Map<String, String> flags() {
        return Map.of("--rounds", "how often each is started (7)");
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        int rounds = arguments.number("--rounds", 7, 99);
        Path work = Files.createTempDirectory("kilat-cold-start-");
        List<Variant> variants = variants(work);
        try (Child services =
                Child.java(
                        ENGINES,
                        ServicesProcess.class,
                        Files.createDirectory(work.resolve("services")).toString())) {
            Starts starts = new Starts(services, new HashMap<>(), work);
            Rounds turns = new Rounds();
            variants.forEach(variant -> turns.with(variant.name(), () -> starts.once(variant)));
            Samples times = turns.run(1, rounds);
            StringBuilder loaded = new StringBuilder("Classes loaded by the first answer:");
            for (Variant variant : variants) {
                loaded.append(" %d (%s)".formatted(starts.classes(variant), variant.name()));
            }
            return report(times, rounds, loaded.toString());
        } finally {
            delete(work);
        }
    }

    private static List<Variant> variants(Path work) throws IOException {
        String client = Artifacts.clientPath();
        return List.of(
                Variant.managed(
                        USUAL,
                        Artifacts.usual(work.resolve("usual"), UsualHandler.class),
                        UsualHandler.class.getName(),
                        client),
                Variant.managed(
                        MANAGED, Artifacts.ours(work.resolve("ours")), Variant.OURS, client),
                Variant.bundle(BUNDLE, Artifacts.bundle(work)));
    }

    private static Report report(Samples times, int rounds, String loaded) {
        Figure usual = Figure.of(times.median(USUAL), "ms").by(USUAL);
        return new Report(
                "Cold start",
                "From the start of a function's process to its answer to S3's first event of a photo, on one processor, at C1 as Lambda"
                        + " starts a JVM, by AWS's runtime interface client, with the services in another process behind TLS. The peer"
                        + " publishes a photo as it is usually written: the SDK's clients as they come, Jackson, no preparation. Medians of "
                        + rounds
                        + " rounds in turns.",
                List.of("AWS SDK " + VersionInfo.SDK_VERSION),
                List.of(
                        Comparison.of(MANAGED, Figure.of(times.median(MANAGED), "ms"))
                                .against(usual),
                        Comparison.of(BUNDLE, Figure.of(times.median(BUNDLE), "ms"))
                                .against(usual)
                                .wanted(new Goal.AtMostTimes(.45))),
                List.of(
                        loaded + ".",
                        "Ours also tells the room (nobody is in it) and counts the photo for the admins, which the usual function does not. Its bundle trusts none but who vouches for AWS; all the others read what a JDK trusts.",
                        "What a snapshot (SnapStart) saves can be measured on Lambda only."));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
