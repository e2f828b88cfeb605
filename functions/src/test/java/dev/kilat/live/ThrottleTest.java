package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.live.memory.MemoryPace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final VirtualTime time = new VirtualTime();
    private final Throttle throttle = new Throttle(new MemoryPace(), time, time);
    private final List<String> done = new ArrayList<>();

    @Test
    void news_is_told_at_once_then_left_once_then_nothing_is_done() {
        for (int i = 0; i < 3; i++) {
            news();
        }
        assertThat(done).containsExactly("told", "queued");
    }

    @Test
    void what_is_due_waits_for_the_window() {
        var start = time.instant();
        news();
        news();
        throttle.due("a", () -> done.add("told later"));
        assertThat(time.instant()).isEqualTo(start.plus(Pace.WINDOW));
        assertThat(done).containsExactly("told", "queued", "told later");
    }

    @Test
    void what_cannot_be_told_at_once_is_left_to_the_queue() {
        throttle.news("a", this::breaks, () -> done.add("queued"));
        assertThat(done).containsExactly("queued");
    }

    @Test
    void when_the_queue_is_down_the_next_news_tries_it_again() {
        news();
        throttle.news("a", () -> done.add("told"), this::breaks);
        news();
        assertThat(done).containsExactly("told", "queued");
    }

    @Test
    void what_is_due_and_cannot_be_told_fails_so_that_it_is_delivered_again() {
        assertThatThrownBy(() -> throttle.due("a", this::breaks)).hasMessage("broken");
        throttle.due("a", () -> done.add("told later"));
        assertThat(done).containsExactly("told later");
    }

    private void news() {
        throttle.news("a", () -> done.add("told"), () -> done.add("queued"));
    }

    private void breaks() {
        throw new IllegalStateException("broken");
    }
}
