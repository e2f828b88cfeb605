package dev.kilat.bench.thumbnails;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.measure.Rounds;
import dev.kilat.bench.measure.Samples;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.bench.report.Report;
import dev.kilat.thumbnail.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Photos to three thumbnails each, on one processor.
public final class ThumbnailsBenchmark implements Benchmark {
    private static final String OURS = "ours";
    private static final String PIPELINES = "sharp, three pipelines";
    private static final String CHAINED = "sharp, chained";
    private static final String THUMBNAILATOR = "Thumbnailator, three calls";
    private static final String LIMIT = "libjpeg-turbo alone";

    private static final Path PEERS = Path.of("bench/peers");
    private static final Path CACHE = Path.of("bench/target/photos");

    /// Of each photo. Java's compilers share the processor with the first ones; sharp has none.
    private static final int UNTIL_COMPILED = 100;

    private final List<Comparison> lines = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();

    @Override
    public Map<String, String> flags() {
        return Map.of("--photos", "DIR with JPEGs to use in place of drawn ones");
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        Peers.install(PEERS);
        List<Photos.Kind> kinds =
                arguments.folder("--photos").isPresent()
                        ? Photos.of(arguments.folder("--photos").get())
                        : new Photos(Way.turbo(), CACHE).drawn();
        Map<String, Maker> makers = new LinkedHashMap<>();
        try {
            makers.put(OURS, Maker.java("ours"));
            makers.put(PIPELINES, Maker.sharp(PEERS, "pipelines"));
            makers.put(CHAINED, Maker.sharp(PEERS, "chained"));
            makers.put(THUMBNAILATOR, Maker.java("thumbnailator"));
            makers.put(LIMIT, Maker.java("limit"));
            for (String way : List.of(OURS, LIMIT)) {
                made(makers, way).spent(kinds.getFirst().files(), UNTIL_COMPILED);
            }
            for (Photos.Kind kind : kinds) {
                processor(kind, makers);
                if (kind.judged()) {
                    likeness(kind, makers);
                }
            }
            return report();
        } finally {
            makers.values().forEach(Maker::close);
        }
    }

    private void processor(Photos.Kind kind, Map<String, Maker> makers) throws Exception {
        Rounds rounds = new Rounds();
        makers.forEach((name, maker) -> {
            if (name.equals(THUMBNAILATOR)) {
                // One photo: it takes as long as all the others together.
                rounds.with(name, () -> maker.spent(kind.files().subList(0, 1), 1));
            } else {
                rounds.with(name, () -> maker.spent(kind.files(), name.equals(PIPELINES) ? 2 : 4));
            }
        });
        Samples spent = rounds.run(2, kind.judged() ? 7 : 3);
        Figure ours = ms(spent, OURS);
        Figure limit = ms(spent, LIMIT);
        compare(kind, ours, limit, spent, PIPELINES, new Goal.Fewer(2.5));
        compare(kind, ours, limit, spent, CHAINED, new Goal.Fewer(1.5));
        compare(kind, ours, limit, spent, THUMBNAILATOR, new Goal.Fewer(10));
        compare(kind, ours, limit, spent, LIMIT, new Goal.AtMostTimes(1.6));
        weights.add("%s: %.1f MB".formatted(kind.name(), kind.megabytes()));
        if (kind.judged()) {
            memory(kind, makers);
        }
    }

    private void compare(
            Photos.Kind kind, Figure ours, Figure limit, Samples spent, String peer, Goal goal) {
        lines.add(
                Comparison.of(kind.name() + ", processor time", ours)
                        .against(ms(spent, peer).by(peer))
                        .wanted(kind.judged() ? goal : new Goal.None())
                        .limit(limit));
    }

    private static Figure ms(Samples spent, String name) {
        return Figure.of(spent.median(name), "ms");
    }

    private void memory(Photos.Kind kind, Map<String, Maker> makers) throws Exception {
        Figure ours = Figure.of(made(makers, OURS).resident(), "MiB");
        for (String peer : List.of(PIPELINES, CHAINED)) {
            lines.add(
                    Comparison.of(kind.name() + ", memory", ours)
                            .against(Figure.of(made(makers, peer).resident(), "MiB").by(peer))
                            .wanted(new Goal.AtMostTimes(0.5)));
        }
    }

    private void likeness(Photos.Kind kind, Map<String, Maker> makers) throws Exception {
        Likeness likeness = new Likeness(Files.createTempDirectory("kilat-thumbnails"));
        var ours = likeness.of(made(makers, OURS), kind.files());
        var sharp = likeness.of(made(makers, CHAINED), kind.files());
        for (Size size : Size.values()) {
            lines.add(
                    Comparison.of(
                                    kind.name() + ", SSIM at " + size.longEdge(),
                                    Figure.of(ours.at(size), ""))
                            .against(Figure.of(sharp.at(size), "").by(CHAINED))
                            .wanted(new Goal.AtMostBelow(0.002)));
        }
        lines.add(
                Comparison.of(
                                kind.name() + ", all three sizes",
                                Figure.of(ours.bytes() / 1e3, "KB"))
                        .against(Figure.of(sharp.bytes() / 1e3, "KB").by(CHAINED)));
    }

    private static Maker made(Map<String, Maker> makers, String name) {
        return Objects.requireNonNull(makers.get(name));
    }

    private Report report() throws IOException {
        return new Report(
                "Thumbnails",
                "A JPEG becomes three, upright, of 1920, 1080 and 400 pixels: quality 82, colour at"
                        + " half resolution, baseline, standard Huffman tables, no metadata."
                        + " Processor time and resident memory of the whole process, on one"
                        + " processor, per photo; the limit is libjpeg-turbo's decoding at the scale"
                        + " that is needed and its encoding of three pictures that nobody computes."
                        + " Drawn photos have textures at all scales and a sensor's noise: "
                        + String.join(", ", weights)
                        + ".",
                List.of("sharp " + Peers.version(PEERS, "sharp"), "Thumbnailator 0.4.21"),
                lines,
                List.of(
                        "Ours runs as `BuildThumbnails` does, on its jar and with what its template"
                                + " tells the JVM and the C library: serial collector, at most"
                                + " 2,550 MB of heap, C2, after two hundred photos to compile it.",
                        "libjpeg-turbo alone decodes at a half, a quarter or an eighth, for which it has vector code; ours decodes what cameras"
                                + " write by itself, at any eighths.",
                        "sharp runs with `concurrency(1)` and its cache as it comes. Chained means"
                                + " decoded, turned and shrunk to large once, medium from large and"
                                + " small from medium, on raw pixels.",
                        "Thumbnailator reads with Java's own JPEG reader.",
                        "SSIM is of brightness, in windows of 8 x 8, against Lanczos3 from the full"
                                + " resolution."));
    }
}
