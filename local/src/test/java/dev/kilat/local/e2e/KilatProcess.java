package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.engine.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `./kilat run` on a folder of data, started as often as wanted and always on the same ports. It
/// dies as a machine does: SIGKILL leaves it no time for anything.
final class KilatProcess implements AutoCloseable {
    private static final String PASSWORD = "the same after it";

    private final int port = Ports.orFree(0);
    private final int s3Port = Ports.orFree(0);
    private final KilatClient visitor = new KilatClient(URI.create("http://localhost:" + port));
    private final Path data;
    private final Path screen;
    private Process process;

    /// @param screen a file for what it prints
    KilatProcess(Path data, Path screen) throws IOException {
        this.data = data;
        this.screen = screen;
        process = start();
    }

    void startAgain() throws IOException {
        process = start();
    }

    /// However long a busy machine takes to start it.
    KilatClient login() throws InterruptedException {
        while (!answers()) {
            assertThat(process.isAlive()).as("Kilat runs").isTrue();
            Thread.sleep(50);
        }
        return visitor.login("admin", PASSWORD);
    }

    /// @return the processes that it had started and that outlive it
    List<ProcessHandle> kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        return children.stream().filter(ProcessHandle::isAlive).toList();
    }

    private boolean answers() {
        try {
            return visitor.call("GET", "/api/health", null).ok();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// With the flags of the task menu.
    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(),
                        "dev.kilat.local.Kilat",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port),
                        "--s3-port",
                        Integer.toString(s3Port),
                        "--admin-password",
                        PASSWORD)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(screen.toFile()))
                .start();
    }

    /// This test's own, made absolute: the program runs in the folder above.
    private static String classPath() {
        Stream<String> entries =
                Thread.currentThread().getContextClassLoader() instanceof URLClassLoader urls
                        ? Stream.of(urls.getURLs()).map(URL::getPath)
                        : Stream.of(
                                System.getProperty("java.class.path")
                                        .split(File.pathSeparator, -1));
        return entries.map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        kill();
    }
}
