package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// In a process of its own, because what goes wrong in native code ends the process.
class HostileJpegsTest {
    private static final int FILES = 616;

    /// Kilobytes of address space: the JVM's own reservations, and little more than the largest
    /// photo within our limits may need.
    private static final int SPACE = 1_600_000;

    private static final String JVM =
            "-Xmx256m -XX:+UseSerialGC -XX:CompressedClassSpaceSize=64m -XX:ReservedCodeCacheSize=64m"
                    + " -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED";

    @Test
    @EnabledOnOs(OS.LINUX)
    void each_is_drawn_or_refused_and_none_ends_the_process_or_takes_its_memory()
            throws IOException, InterruptedException {
        String command = "ulimit -v %d; exec \"$0\" %s -cp \"$1\" \"$2\"".formatted(SPACE, JVM);
        var builder =
                new ProcessBuilder(
                        "bash",
                        "-c",
                        command,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        Child.class.getName());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process child = builder.redirectErrorStream(true).start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), UTF_8);
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).as(said).isZero();
            assertThat(said)
                    .containsPattern("drawn \\d{2,3}, refused \\d{3}, left to others \\d{2,3}");
        } finally {
            child.destroyForcibly();
        }
    }

    static final class Child {
        private Child() {}

        public static void main(String[] none) {
            int drawn = 0;
            int refused = 0;
            int[] left = {0};
            Renderer others =
                    (original, sink) -> {
                        left[0]++;
                        return new Rendering.Unreadable("left to others");
                    };
            var renderer = new TurboRenderer(TurboJpeg.find().orElseThrow(), others);
            var jpegs = new HostileJpegs();
            for (int number = 0; number < FILES; number++) {
                switch (renderer.render(jpegs.next(number))) {
                    case Rendering.Rendered _ -> drawn++;
                    case Rendering.Unreadable _ -> refused++;
                }
            }
            // No file spoils the next one.
            if (renderer.render(jpegs.next(0)) instanceof Rendering.Unreadable(String why)) {
                throw new IllegalStateException(why);
            }
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "drawn %d, refused %d, left to others %d",
                            drawn,
                            refused - left[0],
                            left[0]));
        }
    }
}
