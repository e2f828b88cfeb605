package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.bench.measure.Child;
import dev.kilat.local.lambda.BuildBundle;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Region;
import dev.kilat.local.template.Resource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A process of one processor that makes thumbnails, and what it spent on them.
final class Maker implements AutoCloseable {
    /// What Lambda's Java has at 3,008 MB.
    private static final List<String> ON_LAMBDA =
            List.of("-XX:+UseSerialGC", "-Xmx2550m", "-Djava.awt.headless=true");

    /// The function's jar and ours, as the function has but its own: the JVM keeps the directory of
    /// each jar on its class path.
    private static final List<Path> CLASS_PATH =
            List.of(Path.of("bench/target/classes"), BuildBundle.FUNCTIONS);

    private static final Path ASSEMBLY = Path.of("infra-cdk/target/cdk.out");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child child;

    private Maker(String name, List<String> command, Map<String, String> told) {
        child = Child.start(name, Child.onOneProcessor(command), told);
    }

    /// @param way one that [Way] knows
    static Maker java(String way) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ON_LAMBDA);
        Map<String, String> told = told();
        command.addAll(List.of(told.getOrDefault("JAVA_TOOL_OPTIONS", "").split(" ")));
        command.addAll(
                List.of(
                        "-cp",
                        CLASS_PATH.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(Worker.class.getName(), way));
        told.remove("JAVA_TOOL_OPTIONS");
        return new Maker(way, command, told);
    }

    /// What `BuildThumbnails` is told about memory, by the template that is deployed.
    private static Map<String, String> told() {
        JsonNode variables =
                Assembly.load(ASSEMBLY, Region.LOCAL).ofType("AWS::Lambda::Function").stream()
                        .map(Resource::properties)
                        .filter(it -> it.path("Handler").asText().endsWith(".BuildThumbnails"))
                        .findFirst()
                        .orElseThrow()
                        .path("Environment")
                        .path("Variables");
        Map<String, String> told = new HashMap<>();
        variables.properties().stream()
                .filter(it -> it.getKey().matches("JAVA_TOOL_OPTIONS|MALLOC_.*"))
                .forEach(it -> told.put(it.getKey(), it.getValue().asText()));
        return told;
    }

    /// @param way one that `thumbnails.mjs` knows
    static Maker sharp(Path peers, String way) {
        return new Maker(
                "sharp",
                List.of("node", peers.resolve("thumbnails.mjs").toString(), way),
                Map.of());
    }

    /// @return milliseconds of processor time for a photo, of all its threads
    double spent(List<Path> photos, int times) {
        Duration before = child.spent();
        photos.forEach(photo -> ask(photo, times));
        return child.spent().minus(before).toNanos() / 1e6 / (photos.size() * times);
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

    @Override
    public void close() {
        child.close();
    }
}
