package dev.kilat.event;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store of events promises.
public abstract class EventsContract {
    protected abstract Events events();

    private static final Event PRIVATE =
            new Event(
                    PARTY,
                    "A night",
                    NOON,
                    NOON.plusSeconds(3600),
                    Access.PRIVATE,
                    "0".repeat(64),
                    NOON.plusSeconds(1),
                    30);

    @Test
    void an_event_is_kept_as_it_was_made() {
        assertThat(events().create(Samples.event(WEDDING))).isTrue();
        assertThat(events().create(PRIVATE)).isTrue();
        assertThat(events().find(WEDDING)).contains(Samples.event(WEDDING));
        assertThat(events().find(PARTY)).contains(PRIVATE);
        assertThat(events().all()).containsExactly(PRIVATE, Samples.event(WEDDING));
    }

    @Test
    void a_slug_is_taken_once() {
        assertThat(events().create(PRIVATE)).isTrue();
        assertThat(events().create(Samples.event(PARTY))).isFalse();
        assertThat(events().find(PARTY)).contains(PRIVATE);
    }

    @Test
    void an_event_can_be_edited_while_it_is_there() {
        Event edited = new Event(PARTY, "All night", null, null, Access.PUBLIC, null, NOON, null);
        assertThat(events().update(edited)).isFalse();
        events().create(PRIVATE);
        assertThat(events().update(edited)).isTrue();
        assertThat(events().find(PARTY)).contains(edited);
    }

    @Test
    void an_event_is_due_when_it_has_been_kept_so_many_days_after_its_end() {
        Instant until = NOON.plusSeconds(3600).plus(Duration.ofDays(30));
        events().create(PRIVATE);
        events().create(Samples.event(WEDDING));

        assertThat(events().due(until.minusMillis(1)))
                .isEqualTo(new Events.Due(List.of(), List.of()));
        assertThat(events().due(until)).isEqualTo(new Events.Due(List.of(), List.of(PRIVATE)));
        assertThat(events().startPurge(PRIVATE)).isTrue();
        assertThat(events().startPurge(PRIVATE)).isFalse();
        assertThat(events().due(until)).isEqualTo(new Events.Due(List.of(PARTY), List.of()));
    }

    @Test
    void an_event_that_is_to_be_kept_longer_meanwhile_is_not_purged() {
        events().create(PRIVATE);
        Event longer =
                new Event(
                        PARTY,
                        PRIVATE.name(),
                        PRIVATE.startsAt(),
                        PRIVATE.endsAt(),
                        Access.PRIVATE,
                        PRIVATE.joinSecretHash(),
                        PRIVATE.createdAt(),
                        31);
        events().update(longer);

        assertThat(events().startPurge(PRIVATE)).isFalse();
        assertThat(events().find(PARTY)).contains(longer);
    }

    @Test
    void a_purged_event_is_gone_at_once_and_frees_its_slug_at_the_end() {
        events().create(PRIVATE);
        assertThat(events().startPurge(PARTY)).isTrue();
        assertThat(events().startPurge(PARTY)).isFalse();
        assertThat(events().find(PARTY)).isEmpty();
        assertThat(events().all()).isEmpty();
        assertThat(events().update(PRIVATE)).isFalse();
        assertThat(events().create(PRIVATE)).isFalse();
        assertThat(events().purging()).containsExactly(PARTY);
        events().forget(PARTY);
        assertThat(events().purging()).isEmpty();
        assertThat(events().create(PRIVATE)).isTrue();
    }
}
