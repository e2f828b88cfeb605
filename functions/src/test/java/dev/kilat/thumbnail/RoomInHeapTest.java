package dev.kilat.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RoomInHeapTest {
    /// Each of the photos fits, and two of them do not.
    private static final int HEAP = 320;

    @Test
    @EnabledOnOs(OS.LINUX)
    void large_photos_at_once_wait_for_each_other_and_not_for_a_second_heap()
            throws IOException, InterruptedException {
        assertThat(Confined.run(Child.class, HEAP, 2_900, Duration.ofMinutes(2)).lines())
                .containsExactly("drawn", "drawn", "drawn", "drawn");
    }

    static final class Child {
        private static final int SIDE = 5_600;

        private Child() {}

        public static void main(String[] none) throws InterruptedException, ExecutionException {
            byte[] photo = Webps.oneShade(SIDE, SIDE);
            Renderer renderer = new ImageIoRenderer();
            Callable<Rendering> draw = () -> renderer.render(photo);
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Future<Rendering>> drawn =
                        threads.invokeAll(Stream.generate(() -> draw).limit(4).toList());
                for (Future<Rendering> one : drawn) {
                    boolean rendered = one.get() instanceof Rendering.Rendered;
                    System.out.println(rendered ? "drawn" : one.get());
                }
            }
        }
    }
}
