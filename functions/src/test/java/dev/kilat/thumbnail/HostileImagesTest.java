package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Every hostile file goes the whole way, in a process with as much heap as `./kilat run` has.
class HostileImagesTest {
    private static final int HEAP = 512;

    /// Of addresses: less than the memory of `BuildThumbnails`.
    private static final int SPACE = 2_900;

    @Test
    @EnabledOnOs(OS.LINUX)
    void each_ends_ready_or_failed_with_a_reason_at_its_first_attempt_and_the_process_lives()
            throws IOException, InterruptedException {
        String said = Confined.run(Child.class, HEAP, SPACE, Duration.ofMinutes(4));
        List<String> files = said.lines().filter(line -> line.startsWith("file ")).toList();
        List<String> names = HostileImages.all().map(HostileImage::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(files).as(said).hasSameSizeAs(names);
        assertThat(said.lines().filter(line -> line.startsWith("complaint "))).isEmpty();
        System.out.println("hostile images: " + said.lines().toList().getLast());
    }

    /// Says what became of each file, and what should not have.
    static final class Child {
        /// Of processor time for one file: a tenth of a thumbnail job's timeout.
        private static final Duration MOST = Duration.ofSeconds(12);

        /// Larger ones are published photos, which show little new.
        private static final int SMALL = 64 << 10;

        private static final PrintStream OUT =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

        private final Renderer java = new ImageIoRenderer();
        private final Way way = new Way(new TurboRenderer(TurboJpeg.find().orElseThrow(), java));
        private int ready;
        private int failed;
        private int attempts;

        private Child() {}

        public static void main(String[] none) {
            var child = new Child();
            HostileImages.all().forEach(child::take);
            OUT.printf(
                    "%d ready, %d failed, of %d attempts%n",
                    child.ready, child.failed, child.attempts);
        }

        private void take(HostileImage file) {
            byte[] bytes = file.bytes().get();
            long start = now();
            Way.End end = way.go(bytes);
            long drawn = now();
            // JPEGs that libjpeg-turbo would take; the others went this way already.
            if (bytes.length > 1 && bytes.length < SMALL && (bytes[1] & 0xFF) == 0xD8) {
                java.render(bytes);
            }
            long took = Math.max(drawn - start, now() - drawn) / 1_000_000;
            OUT.printf("file %s: %s, %d ms%n", file, end.ready() ? "ready" : end.error(), took);
            ready += end.ready() ? 1 : 0;
            failed += end.ready() ? 0 : 1;
            attempts += end.attempts();
            if (end.attempts() > 1) {
                OUT.printf("complaint %s: %d attempts%n", file, end.attempts());
            }
            if (took > MOST.toMillis()) {
                OUT.printf("complaint %s: %d ms%n", file, took);
            }
            if (!end.ready() && String.valueOf(end.error()).isBlank()) {
                OUT.printf("complaint %s: no reason%n", file);
            }
        }

        private static long now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
