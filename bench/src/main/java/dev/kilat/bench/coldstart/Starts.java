package dev.kilat.bench.coldstart;

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
/// @param variables what every function is told
/// @param work for logs
record Starts(Child services, Map<String, String> variables, Path work) {

    /// @return milliseconds from the start of the process to its first answer
    double once(Variant variant) {
        return run(variant, variables);
    }

    /// @return how many classes it had loaded by the answer
    long classes(Variant variant) throws IOException {
        Path list = work.resolve("classes");
        Map<String, String> listing = new HashMap<>(variables);
        listing.merge("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + list, (a, b) -> a + " " + b);
        run(variant, listing);
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
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
