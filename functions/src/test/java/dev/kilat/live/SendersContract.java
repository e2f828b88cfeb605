package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Senders.Released;
import dev.kilat.live.Senders.Taken;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every election of senders promises.
public abstract class SendersContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(10);
    private static final Feed FEED = new Feed(new EventSlug("wedding"), "epoch-1");
    private static final Feed RESTORED = new Feed(new EventSlug("wedding"), "epoch-2");

    protected abstract Senders senders();

    @Test
    void the_first_sender_knows_nothing_of_those_before() {
        assertThat(take("a")).isEqualTo(yours("a", OptionalLong.empty(), Instant.EPOCH));
    }

    @Test
    void a_held_lease_is_not_given_away_before_it_ends() {
        take("a");

        assertThat(take("b")).isEqualTo(new Taken.Held());
        assertThat(senders().take(FEED, "b", LATER.minusMillis(1), LATER))
                .isEqualTo(new Taken.Held());
        assertThat(senders().take(FEED, "b", LATER, LATER.plusSeconds(10)))
                .isEqualTo(yours("b", OptionalLong.empty(), Instant.EPOCH));
    }

    @Test
    void the_owner_may_take_its_lease_again() {
        take("a");

        assertThat(take("a")).isInstanceOf(Taken.Yours.class);
    }

    @Test
    void each_epoch_of_an_event_has_its_own_sender() {
        take("a");

        assertThat(senders().take(RESTORED, "b", NOW, LATER))
                .isEqualTo(yours("b", OptionalLong.empty(), Instant.EPOCH));
    }

    @Test
    void the_next_sender_learns_what_was_sent_and_when_it_may_send() {
        take("a");
        assertThat(senders().release(FEED, turn("a", 7))).isEqualTo(Released.FREE);

        assertThat(take("b")).isEqualTo(yours("b", OptionalLong.of(7), NOW.plusMillis(500)));
    }

    @Test
    void what_was_wanted_meanwhile_keeps_the_lease() {
        take("a");
        assertThat(ask("b", 8)).isEqualTo(new Taken.Held());

        assertThat(senders().release(FEED, turn("a", 7))).isEqualTo(Released.MORE_WANTED);
        assertThat(take("b")).isEqualTo(new Taken.Held());
        assertThat(senders().release(FEED, turn("a", 8))).isEqualTo(Released.FREE);
    }

    @Test
    void the_most_that_was_wanted_counts() {
        take("a");
        assertThat(ask("b", 9)).isEqualTo(new Taken.Held());
        assertThat(ask("c", 8)).isEqualTo(new Taken.Held());
        assertThat(ask("d", 9)).isEqualTo(new Taken.Held());

        assertThat(senders().release(FEED, turn("a", 8))).isEqualTo(Released.MORE_WANTED);
        assertThat(senders().release(FEED, turn("a", 9))).isEqualTo(Released.FREE);
    }

    @Test
    void whoever_asks_nobody_is_the_sender() {
        assertThat(ask("a", 1)).isEqualTo(yours("a", OptionalLong.empty(), Instant.EPOCH));
        senders().release(FEED, turn("a", 1));

        assertThat(ask("b", 2)).isEqualTo(yours("b", OptionalLong.of(1), NOW.plusMillis(500)));
        assertThat(ask("c", 2)).isEqualTo(new Taken.Held());
    }

    @Test
    void what_was_sent_already_may_be_asked_for_again() {
        ask("a", 5);
        senders().release(FEED, turn("a", 5));

        assertThat(ask("b", 5)).isEqualTo(yours("b", OptionalLong.of(5), NOW.plusMillis(500)));
        assertThat(senders().release(FEED, turn("b", 5))).isEqualTo(Released.FREE);
    }

    @Test
    void who_holds_a_lease_that_has_ended_is_not_asked() {
        take("a");
        assertThat(senders().ask(FEED, "b", 1, LATER, LATER.plusSeconds(10)))
                .isEqualTo(yours("b", OptionalLong.empty(), Instant.EPOCH));
        assertThat(senders().release(FEED, turn("a", 1))).isEqualTo(Released.LOST);
    }

    @Test
    void a_sender_that_asked_for_more_than_it_sent_is_not_done() {
        ask("a", 8);

        assertThat(senders().release(FEED, turn("a", 7))).isEqualTo(Released.MORE_WANTED);
    }

    @Test
    void of_many_who_ask_at_once_one_is_the_sender_and_hears_of_all() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Taken>> all =
                    IntStream.range(0, 16)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> ask("owner-" + i, i), threads))
                            .toList();
            List<String> owners =
                    all.stream()
                            .map(CompletableFuture::join)
                            .filter(Taken.Yours.class::isInstance)
                            .map(yours -> ((Taken.Yours) yours).turn().owner())
                            .toList();
            assertThat(owners).hasSize(1);
            assertThat(senders().release(FEED, turn(owners.getFirst(), 14)))
                    .isEqualTo(Released.MORE_WANTED);
            assertThat(senders().release(FEED, turn(owners.getFirst(), 15)))
                    .isEqualTo(Released.FREE);
        }
    }

    @Test
    void a_sender_that_lost_its_lease_notes_nothing() {
        take("a");
        senders().take(FEED, "b", LATER, LATER.plusSeconds(10));

        assertThat(senders().release(FEED, turn("a", 7))).isEqualTo(Released.LOST);
        assertThat(senders().keep(FEED, turn("a", 7), LATER.plusSeconds(20))).isFalse();
        assertThat(senders().release(FEED, turn("b", 3))).isEqualTo(Released.FREE);
        assertThat(take("c")).isEqualTo(yours("c", OptionalLong.of(3), NOW.plusMillis(500)));
        senders().release(FEED, turn("c", 3));
        assertThat(senders().release(FEED, turn("c", 9))).isEqualTo(Released.LOST);
    }

    @Test
    void a_kept_lease_lasts_longer_and_remembers() {
        take("a");
        assertThat(senders().keep(FEED, turn("a", 5), LATER.plusSeconds(5))).isTrue();

        assertThat(senders().take(FEED, "b", LATER.plusSeconds(4), LATER.plusSeconds(14)))
                .isEqualTo(new Taken.Held());
        assertThat(senders().take(FEED, "b", LATER.plusSeconds(5), LATER.plusSeconds(15)))
                .isEqualTo(yours("b", OptionalLong.of(5), NOW.plusMillis(500)));
    }

    @Test
    void a_lease_can_be_kept_before_anything_was_sent() {
        take("a");
        assertThat(senders().keep(FEED, new Turn("a", OptionalLong.empty(), Instant.EPOCH), NOW))
                .isTrue();

        assertThat(take("b")).isEqualTo(yours("b", OptionalLong.empty(), Instant.EPOCH));
    }

    @Test
    void of_many_who_come_at_once_one_is_elected() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Taken>> all =
                    IntStream.range(0, 16)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> take("owner-" + i), threads))
                            .toList();
            assertThat(all.stream().map(CompletableFuture::join))
                    .filteredOn(Taken.Yours.class::isInstance)
                    .hasSize(1);
        }
    }

    private Taken ask(String owner, long seq) {
        return senders().ask(FEED, owner, seq, NOW, LATER);
    }

    private Taken take(String owner) {
        return senders().take(FEED, owner, NOW, LATER);
    }

    private static Turn turn(String owner, long sent) {
        return new Turn(owner, OptionalLong.of(sent), NOW.plusMillis(500));
    }

    private static Taken yours(String owner, OptionalLong sent, Instant windowOpens) {
        return new Taken.Yours(new Turn(owner, sent, windowOpens));
    }
}
