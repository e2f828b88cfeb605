package dev.kilat.event;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Samples;
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
                    NOON.plusSeconds(1));

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
        Event edited = new Event(PARTY, "All night", null, null, Access.PUBLIC, null, NOON);
        assertThat(events().update(edited)).isFalse();
        events().create(PRIVATE);
        assertThat(events().update(edited)).isTrue();
        assertThat(events().find(PARTY)).contains(edited);
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
