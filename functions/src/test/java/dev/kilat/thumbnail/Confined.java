package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A program in a process of its own, with so much memory and no more, because what goes wrong in
/// native code ends the process.
final class Confined {
    private Confined() {}

    /// @param heap in megabytes
    /// @param space in megabytes, of addresses: the JVM's own reservations too
    /// @return what it said, after it came to a good end
    static String run(Class<?> program, int heap, int space, Duration patience)
            throws IOException, InterruptedException {
        String jvm =
                "-Xmx%dm -XX:+UseSerialGC -XX:CompressedClassSpaceSize=64m".formatted(heap)
                        + " -XX:ReservedCodeCacheSize=64m -Djava.awt.headless=true"
                        + " --enable-native-access=ALL-UNNAMED";
        String command =
                "ulimit -v %d; exec \"$0\" %s -cp \"$1\" \"$2\"".formatted(space * 1000, jvm);
        var builder =
                new ProcessBuilder(
                        "bash",
                        "-c",
                        command,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        program.getName());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process child = builder.redirectErrorStream(true).start();
        var watch = Thread.ofVirtual().start(() -> endAfter(patience, child));
        try {
            String said = new String(child.getInputStream().readAllBytes(), UTF_8);
            assertThat(child.waitFor()).as(said).isZero();
            return said;
        } finally {
            watch.interrupt();
            child.destroyForcibly();
        }
    }

    private static void endAfter(Duration patience, Process child) {
        try {
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
