package dev.kilat.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HostileJpegsTest {
    private static final int FILES = 616;

    /// The JVM's own reservations, and little more than the largest photo within our limits may
    /// need.
    private static final int SPACE = 1_600;

    @Test
    @EnabledOnOs(OS.LINUX)
    void each_is_drawn_or_refused_and_none_ends_the_process_or_takes_its_memory()
            throws IOException, InterruptedException {
        assertThat(Confined.run(Child.class, 256, SPACE, Duration.ofMinutes(2)))
                .containsPattern("drawn \\d{2,3}, refused \\d{3}, left to others \\d{2,3}");
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
