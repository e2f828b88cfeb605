package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class PublishTimesContract {
    private static final EventSlug WEDDING = new EventSlug("wedding");
    private static final EventSlug PARTY = new EventSlug("party");
    private static final Instant HALF_PAST = Instant.parse("2026-06-06T19:30:00Z");

    protected abstract PublishTimes times();

    @Test
    public void an_event_without_photos_took_no_time() {
        assertThat(times().lately(WEDDING, HALF_PAST).total()).isZero();
        assertThat(times().lately(WEDDING, HALF_PAST).percentile(0.5)).isEmpty();
    }

    @Test
    public void all_of_this_hour_and_the_last_count_and_nothing_of_other_events() {
        PublishTimes times = times();
        times.add(WEDDING, List.of(millis(100), millis(100), millis(900)), HALF_PAST);
        times.add(WEDDING, List.of(millis(100)), HALF_PAST.minus(Duration.ofHours(1)));
        times.add(WEDDING, List.of(millis(9)), HALF_PAST.minus(Duration.ofHours(2)));
        times.add(PARTY, List.of(millis(7)), HALF_PAST);

        Histogram lately = times.lately(WEDDING, HALF_PAST);

        assertThat(lately.total()).isEqualTo(4);
        assertThat(lately.percentile(0.5).orElseThrow()).isBetween(90L, 110L);
        assertThat(lately.percentile(0.95).orElseThrow()).isBetween(810L, 990L);
        assertThat(times.lately(PARTY, HALF_PAST).total()).isEqualTo(1);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
