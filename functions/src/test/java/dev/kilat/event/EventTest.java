package dev.kilat.event;

import static dev.kilat.photo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, Event.LONGEST_RETENTION_DAYS})
    void an_event_may_be_kept_for_days_after_its_end(int days) {
        Event event = event(NOON, days);
        Instant until = NOON.plus(Duration.ofDays(days));
        assertThat(event.keptUntil()).contains(until);
        assertThat(event.isOutstayed(until.minusMillis(1))).isFalse();
        assertThat(event.isOutstayed(until)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Event.LONGEST_RETENTION_DAYS + 1})
    void it_may_not_be_kept_for_less_than_a_day_or_more_than_ten_years(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> event(NOON, days));
    }

    @Test
    void an_event_without_an_end_is_not_kept_for_days() {
        assertThatIllegalArgumentException().isThrownBy(() -> event(null, 7));
    }

    @Test
    void without_a_word_about_days_it_is_kept_for_good() {
        assertThat(event(NOON, null).keptUntil()).isEmpty();
        assertThat(event(NOON, null).isOutstayed(Instant.MAX)).isFalse();
    }

    private static Event event(@Nullable Instant end, @Nullable Integer days) {
        return new Event(
                new EventSlug("wedding"), "A day", null, end, Access.PUBLIC, null, NOON, days);
    }
}
