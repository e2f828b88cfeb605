package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.RateLimit.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every rate limit promises.
public abstract class RateLimitContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock = new Clock();

    protected abstract RateLimit rateLimit(InstantSource clock);

    @Test
    void the_action_above_the_limit_is_refused_until_the_oldest_is_a_window_old() {
        RateLimit limit = rateLimit(clock);
        for (int i = 0; i < 5; i++) {
            assertThat(limit.hit("login", "ayu", 5, MINUTE)).isEqualTo(new Verdict.Allowed());
            clock.passes(Duration.ofSeconds(2));
        }

        assertThat(limit.hit("login", "ayu", 5, MINUTE))
                .isEqualTo(new Verdict.Limited(Duration.ofSeconds(50)));
        clock.passes(Duration.ofSeconds(49));
        assertThat(limit.hit("login", "ayu", 5, MINUTE))
                .isEqualTo(new Verdict.Limited(Duration.ofSeconds(1)));
        clock.passes(Duration.ofSeconds(1));
        assertThat(limit.hit("login", "ayu", 5, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", "ayu", 5, MINUTE))
                .isEqualTo(new Verdict.Limited(Duration.ofSeconds(2)));
    }

    @Test
    void no_sixty_seconds_hold_more_than_the_limit_wherever_they_start() {
        RateLimit limit = rateLimit(clock);
        limit.hit("login", "ayu", 5, MINUTE);
        clock.passes(Duration.ofSeconds(59));
        for (int i = 0; i < 4; i++) {
            assertThat(limit.hit("login", "ayu", 5, MINUTE)).isEqualTo(new Verdict.Allowed());
        }
        clock.passes(Duration.ofSeconds(2));

        assertThat(limit.hit("login", "ayu", 5, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", "ayu", 5, MINUTE)).isInstanceOf(Verdict.Limited.class);
    }

    @Test
    void what_is_forgotten_counts_no_more() {
        RateLimit limit = rateLimit(clock);
        limit.hit("login", "ayu", 1, MINUTE);
        limit.hit("login", "ben", 1, MINUTE);
        limit.forget("login", "ayu");
        limit.forget("login", "nobody");

        assertThat(limit.hit("login", "ayu", 1, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", "ben", 1, MINUTE)).isInstanceOf(Verdict.Limited.class);
    }

    @Test
    void everybody_and_every_kind_of_action_is_counted_apart() {
        RateLimit limit = rateLimit(clock);

        assertThat(limit.hit("login", "ayu", 1, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", "ben", 1, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("like", "ayu", 1, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", "ayu", 1, MINUTE)).isInstanceOf(Verdict.Limited.class);
    }

    @Test
    void a_name_of_any_length_can_be_counted() {
        RateLimit limit = rateLimit(clock);
        String long1 = "x".repeat(100_000);

        assertThat(limit.hit("login", long1, 1, MINUTE)).isEqualTo(new Verdict.Allowed());
        assertThat(limit.hit("login", long1, 1, MINUTE)).isInstanceOf(Verdict.Limited.class);
        assertThat(limit.hit("login", long1 + "y", 1, MINUTE)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void fifty_at_once_get_exactly_the_limit() throws Exception {
        RateLimit limit = rateLimit(clock);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                verdicts.add(threads.submit(() -> limit.hit("login", "ayu", 5, MINUTE)));
            }
        }

        int allowed = 0;
        for (Future<Verdict> verdict : verdicts) {
            allowed += verdict.get() instanceof Verdict.Allowed ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
    }
}
