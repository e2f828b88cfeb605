package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final int PER_SECOND = 1000;

    private final VirtualTime time = new VirtualTime();
    private final TokenBucket bucket = new TokenBucket(PER_SECOND, time, time);

    @Test
    void half_a_seconds_worth_leaves_at_once() {
        assertThat(timeFor(PER_SECOND / 2)).isZero();
        assertThat(timeFor(1)).isPositive();
    }

    @Test
    void what_is_more_leaves_at_its_pace() {
        assertThat(timeFor(PER_SECOND / 2 + 3 * PER_SECOND)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void what_was_not_used_is_saved_up_to_half_a_seconds_worth() {
        timeFor(PER_SECOND / 2);
        time.sleep(Duration.ofMillis(100));
        assertThat(timeFor(PER_SECOND / 10)).isZero();
        assertThat(timeFor(1)).isPositive();

        time.sleep(Duration.ofHours(1));
        assertThat(timeFor(PER_SECOND / 2)).isZero();
        assertThat(timeFor(PER_SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void ten_thousand_pages_are_reached_by_two_functions_within_two_seconds() {
        TokenBucket share = new TokenBucket(4000, time, time);

        assertThat(timeFor(share, 5000)).isLessThan(Duration.ofSeconds(1));
    }

    private Duration timeFor(int posts) {
        return timeFor(bucket, posts);
    }

    private Duration timeFor(TokenBucket of, int posts) {
        Instant start = time.instant();
        for (int i = 0; i < posts; i++) {
            of.take();
        }
        return Duration.between(start, time.instant());
    }
}
