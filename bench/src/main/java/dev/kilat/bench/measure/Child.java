package dev.kilat.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process that works on request: a line to it, a line of JSON back. What it writes to its
/// standard error appears in ours.
public final class Child implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.to = process.outputWriter();
        this.from = process.inputReader();
    }

    /// A Java process with this one's class path.
    ///
    /// @param flags of the JVM
    public static Child java(List<String> flags, Class<?> main, String... arguments) {
        return start(main.getSimpleName(), javaCommand(flags, main, arguments), Map.of());
    }

    /// What starts it.
    public static List<String> javaCommand(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static Child start(String name, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Child(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same command on the last processor alone, as a function of one processor has it; as it
    /// is where the system cannot do that.
    public static List<String> onOneProcessor(List<String> command) {
        return onProcessor(Machine.processors() - 1, command);
    }

    /// The same command on that processor alone, the first being 0.
    public static List<String> onProcessor(int processor, List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            return command;
        }
        List<String> pinned = new ArrayList<>();
        pinned.addAll(List.of("taskset", "-c", String.valueOf(processor)));
        pinned.addAll(command);
        return pinned;
    }

    public JsonNode ask(String line) {
        try {
            to.write(line);
            to.newLine();
            to.flush();
            String answer = from.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " ended while it was asked: " + line);
            }
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " was asked: " + line, e);
        }
    }

    /// What it has taken of the processors until now, all its threads together.
    public Duration spent() {
        return Machine.spent(process.toHandle());
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
