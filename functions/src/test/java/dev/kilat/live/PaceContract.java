package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.live.Pace.Reopened;
import dev.kilat.live.Pace.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every throttle of pushes promises.
public abstract class PaceContract {
    private static final String KEY = "LIKES#a";
    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    protected abstract Pace pace();

    /// How many races are run.
    protected abstract int seeds();

    @Test
    void the_first_news_is_told_at_once_and_each_thing_has_a_second_of_its_own() {
        assertThat(pace().take(KEY, NOON)).isEqualTo(Taken.NOW);
        assertThat(pace().take("LIKES#b", NOON)).isEqualTo(Taken.NOW);
        assertThat(pace().take(KEY, NOON.plusSeconds(1))).isEqualTo(Taken.NOW);
    }

    @Test
    void within_the_second_one_leaves_word_for_all() {
        pace().take(KEY, NOON);
        assertThat(pace().take(KEY, NOON.plusMillis(10))).isEqualTo(Taken.LATER);
        assertThat(pace().take(KEY, NOON.plusMillis(20))).isEqualTo(Taken.SEEN_TO);
        assertThat(pace().reopen(KEY, NOON.plusMillis(30)))
                .isEqualTo(new Reopened.Closed(NOON.plusSeconds(1)));
        assertThat(pace().reopen(KEY, NOON.plusSeconds(1))).isEqualTo(new Reopened.Yours());
        assertThat(pace().take(KEY, NOON.plusMillis(1500))).isEqualTo(Taken.LATER);
    }

    @Test
    void while_word_is_left_nobody_goes_first() {
        pace().take(KEY, NOON);
        pace().take(KEY, NOON.plusMillis(10));
        assertThat(pace().take(KEY, NOON.plusSeconds(2))).isEqualTo(Taken.SEEN_TO);
    }

    @Test
    void word_left_by_the_dead_is_replaced() {
        pace().take(KEY, NOON);
        pace().take(KEY, NOON.plusMillis(10));
        Instant later = NOON.plusMillis(10).plus(Pace.WORD_HOLDS);
        assertThat(pace().take(KEY, later)).isEqualTo(Taken.NOW);
        assertThat(pace().take(KEY, later)).isEqualTo(Taken.LATER);
    }

    @Test
    void word_that_nobody_will_hear_can_be_taken_back() {
        pace().take(KEY, NOON);
        pace().take(KEY, NOON);
        pace().forget(KEY);
        assertThat(pace().take(KEY, NOON)).isEqualTo(Taken.LATER);
        pace().forget("LIKES#never");
        assertThat(pace().take("LIKES#never", NOON)).isEqualTo(Taken.NOW);
    }

    @Test
    void word_that_comes_twice_is_told_twice_at_most_and_not_too_soon() {
        pace().take(KEY, NOON);
        pace().take(KEY, NOON);
        assertThat(pace().reopen(KEY, NOON.plusSeconds(1))).isEqualTo(new Reopened.Yours());
        assertThat(pace().reopen(KEY, NOON.plusMillis(1001)))
                .isEqualTo(new Reopened.Closed(NOON.plusSeconds(2)));
    }

    @Test
    void under_races_it_is_once_a_second_at_most_and_the_last_news_is_never_lost()
            throws Exception {
        for (int seed = 0; seed < seeds(); seed++) {
            new Race("RACE#" + seed, new Random(seed)).run();
        }
    }

    /// Threads make news and tell it; time passes as they go, and faster while somebody waits. The
    /// queue delivers in no order, and some of it twice.
    private final class Race {
        private static final int WRITERS = 6;
        private static final int NEWS_EACH = 8;

        private final String key;
        private final Random random;
        private final AtomicLong millis = new AtomicLong(NOON.toEpochMilli());
        private final AtomicLong news = new AtomicLong();
        private final ConcurrentLinkedQueue<Instant> turns = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Future<?>> deliveries = new ConcurrentLinkedQueue<>();

        Race(String key, Random random) {
            this.key = key;
            this.random = random;
        }

        void run() throws Exception {
            Pace real = pace();
            Throttle throttle =
                    new Throttle(
                            new Watched(real),
                            () -> Instant.ofEpochMilli(millis.get()),
                            time -> passes(time.toMillis()));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Runnable due = () -> throttle.due(key, () -> told.add(news.get()));
                Runnable later =
                        () -> {
                            deliveries.add(threads.submit(due));
                            if (chance(4)) {
                                deliveries.add(threads.submit(due));
                            }
                        };
                List<Future<?>> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.add(
                            threads.submit(() ->
                                    IntStream.range(0, NEWS_EACH)
                                            .forEach(_ -> write(throttle, later))));
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
                for (Future<?> delivery = deliveries.poll();
                        delivery != null;
                        delivery = deliveries.poll()) {
                    delivery.get();
                }
            }
            assertThat(Collections.max(told)).isEqualTo(WRITERS * NEWS_EACH);
            List<Instant> inOrder = turns.stream().sorted().toList();
            for (int i = 1; i < inOrder.size(); i++) {
                assertThat(Duration.between(inOrder.get(i - 1), inOrder.get(i)))
                        .isGreaterThanOrEqualTo(Pace.WINDOW);
            }
        }

        private void write(Throttle throttle, Runnable later) {
            if (chance(2)) {
                passes(draw(700));
            }
            news.incrementAndGet();
            throttle.news(key, () -> told.add(news.get()), later);
        }

        private void passes(long time) {
            long end = millis.get() + time;
            millis.accumulateAndGet(end, Math::max);
        }

        private boolean chance(int one) {
            return draw(one) == 0;
        }

        private synchronized int draw(int bound) {
            return random.nextInt(bound);
        }

        /// Notes when somebody's turn to tell began.
        private final class Watched implements Pace {
            private final Pace real;

            Watched(Pace real) {
                this.real = real;
            }

            @Override
            public Taken take(String key, Instant now) {
                Taken taken = real.take(key, now);
                if (taken == Taken.NOW) {
                    turns.add(now);
                }
                return taken;
            }

            @Override
            public Reopened reopen(String key, Instant now) {
                Reopened reopened = real.reopen(key, now);
                if (reopened instanceof Reopened.Yours) {
                    turns.add(now);
                }
                return reopened;
            }

            @Override
            public void forget(String key) {
                real.forget(key);
            }
        }
    }
}
