package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.bench.measure.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process of one processor that makes thumbnails, and what it spent on them.
final class Maker implements AutoCloseable {
    /// What `BuildThumbnails` has on AWS: the collector and heap of Lambda's Java at 3,008 MB, and
    /// the function's own `JAVA_TOOL_OPTIONS`.
    private static final List<String> AS_THE_FUNCTION =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms47m",
                    "-Xmx2550m",
                    "-XX:TieredStopAtLevel=4",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child child;

    private Maker(String name, List<String> command) {
        child = Child.start(name, Child.onOneProcessor(command), Map.of());
    }

    /// @param way one that [Way] knows
    static Maker java(String way) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_THE_FUNCTION);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Worker.class.getName(), way));
        return new Maker(way, command);
    }

    /// @param way one that `thumbnails.mjs` knows
    static Maker sharp(Path peers, String way) {
        return new Maker("sharp", List.of("node", peers.resolve("thumbnails.mjs").toString(), way));
    }

    /// @return milliseconds of processor time for a photo, of all its threads
    double spent(List<Path> photos, int times) {
        Duration before = processor();
        photos.forEach(photo -> ask(photo, times));
        return processor().minus(before).toNanos() / 1e6 / (photos.size() * times);
    }

    /// Has `small.jpg`, `medium.jpg` and `large.jpg` written.
    JsonNode keep(Path photo, Path folder) {
        return child.ask(line(photo, 1).put("keep", folder.toAbsolutePath().toString()).toString());
    }

    /// Physical memory in use now, in MiB; not a number where the system does not tell.
    double resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
        if (Files.notExists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void ask(Path photo, int times) {
        child.ask(line(photo, times).toString());
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode line(Path photo, int times) {
        return JSON.createObjectNode()
                .put("photo", photo.toAbsolutePath().toString())
                .put("times", times);
    }

    private Duration processor() {
        return ProcessHandle.of(child.pid())
                .flatMap(it -> it.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("the process is gone"));
    }

    @Override
    public void close() {
        child.close();
    }
}
