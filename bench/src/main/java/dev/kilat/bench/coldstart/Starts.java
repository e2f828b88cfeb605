package dev.kilat.bench.coldstart;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.bench.measure.Child;
import dev.kilat.local.lambda.FunctionProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Starts functions, each time in a new process and with a photo that is new.
///
/// @param told what functions are told, by the home of their JVM
/// @param work for logs
record Starts(Child services, Map<Path, Map<String, String>> told, Path work) {

    /// @return milliseconds from the start of the process to its first answer
    double once(Variant variant) {
        return run(variant, variables(variant));
    }

    /// @return how many classes it had loaded by the answer
    long classes(Variant variant) throws IOException {
        Path list = work.resolve("classes");
        Map<String, String> listing = new HashMap<>(variables(variant));
        listing.merge("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + list, (a, b) -> a + " " + b);
        run(variant, listing);
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private Map<String, String> variables(Variant variant) {
        return told.computeIfAbsent(
                variant.home(),
                home ->
                        new ObjectMapper()
                                .convertValue(
                                        services.ask("variables " + home),
                                        new TypeReference<>() {}));
    }

    private double run(Variant variant, Map<String, String> environment) {
        String event = services.ask("photo").path("event").asText();
        long start = System.nanoTime();
        try (FunctionProcess process =
                FunctionProcess.start(
                        Child.onOneProcessor(variant.command()),
                        variant.handler(),
                        variant.taskRoot(),
                        environment,
                        work.resolve("log"))) {
            process.handle(event);
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
