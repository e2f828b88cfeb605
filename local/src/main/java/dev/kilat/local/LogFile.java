package dev.kilat.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.aws.JsonLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What functions and engines log, in the form that CloudWatch gets it, in a file: the screen is
/// for people.
final class LogFile {
    private LogFile() {}

    /// Sends logs and `System.out` there from now on. Each start begins a new file.
    ///
    /// @param data empty for a temporary file
    static Path divert(Optional<Path> data) throws IOException {
        Path file =
                data.isPresent()
                        ? Files.createDirectories(data.get()).resolve("kilat.log")
                        : Files.createTempFile("kilat-", ".log");
        PrintStream log = new PrintStream(Files.newOutputStream(file), true, UTF_8);
        System.setOut(log);
        JsonLog.install(log, "INFO");
        return file;
    }
}
