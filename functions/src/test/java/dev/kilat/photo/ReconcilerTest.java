package dev.kilat.photo;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Purge;
import dev.kilat.telemetry.MemoryMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final List<PhotoId> jobs = new ArrayList<>();
    private final List<EventSlug> purged = new ArrayList<>();
    private int sweeps;
    private final Ears pages = new Ears();
    private Instant now = NOON;
    private Duration aPurgeTakes = Duration.ZERO;
    private boolean isPurged = true;
    private @Nullable EventSlug broken;
    private final Reconciler reconciler =
            new Reconciler(
                    store,
                    new Ingest(
                            store,
                            originals,
                            store,
                            new Journal(store, _ -> {}, new Random(1)),
                            (_, photo) -> jobs.add(photo),
                            pages,
                            pages,
                            new MemoryMetrics()),
                    store,
                    new Purge() {
                        @Override
                        public boolean purge(EventSlug event) {
                            now = now.plus(aPurgeTakes);
                            purged.add(event);
                            if (event.equals(broken)) {
                                throw new IllegalStateException("no purge of " + event);
                            }
                            return isPurged;
                        }

                        @Override
                        public void sweep() {
                            sweeps++;
                        }
                    },
                    () -> now);

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void an_object_that_no_event_told_of_is_published_within_a_minute() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        after(Reconciler.PATIENCE.minusSeconds(1));
        assertThat(store.find(ticket.id())).as("somebody may still be on it").isEmpty();
        after(Reconciler.PATIENCE.plusSeconds(1));
        assertThat(store.find(ticket.id())).isPresent();
        assertThat(jobs).containsExactly(ticket.id());
    }

    @Test
    void a_lost_job_is_queued_again_but_not_every_minute() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        after(Duration.ofSeconds(61));
        jobs.clear();
        after(Duration.ofSeconds(121));
        assertThat(jobs).isEmpty();
        after(Duration.ofSeconds(61).plus(Reconciler.BETWEEN_JOBS));
        assertThat(jobs).containsExactly(ticket.id());
        after(Duration.ofSeconds(121).plus(Reconciler.BETWEEN_JOBS));
        assertThat(jobs).containsExactly(ticket.id());
    }

    @Test
    void photos_that_are_brought_on_are_counted_and_others_not() {
        originals.put(claimed(), Samples.JPEG);
        originals.put(
                claimed(NOON.plusMillis(1)), "x".repeat(Samples.JPEG.length).getBytes(US_ASCII));
        claimed(NOON.plusMillis(2));
        assertThat(after(Duration.ofSeconds(61))).isEqualTo(2);
    }

    @Test
    void a_ticket_of_a_purged_event_is_forgotten() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        store.startPurge(WEDDING);
        after(Duration.ofSeconds(61));
        assertThat(store.ticket(ticket.id())).isEmpty();
    }

    @Test
    void a_ticket_that_is_never_used_is_forgotten_after_a_day() {
        Pending ticket = claimed();
        after(Duration.ofHours(23));
        assertThat(store.ticket(ticket.id())).isPresent();
        after(Duration.ofHours(25));
        assertThat(store.ticket(ticket.id())).isEmpty();
        assertThat(store.unfinished(now, now, 10)).isEmpty();
    }

    @Test
    void a_purge_cut_short_goes_on() {
        store.create(Samples.event(PARTY));
        store.startPurge(PARTY);
        after(Duration.ofSeconds(1));
        assertThat(purged).containsExactly(PARTY);
    }

    @Test
    void an_event_that_was_kept_long_enough_is_purged_once() {
        Event kept =
                new Event(PARTY, "A night", null, NOON, Access.PUBLIC, null, NOON, /* days */ 7);
        store.create(kept);
        after(Duration.ofDays(7).minusSeconds(1));
        assertThat(purged).isEmpty();
        after(Duration.ofDays(7));
        assertThat(purged).containsExactly(PARTY);
        assertThat(store.find(PARTY)).isEmpty();
        store.forget(PARTY);
        after(Duration.ofDays(8));
        assertThat(purged).containsExactly(PARTY);
    }

    @Test
    void what_fails_with_one_photo_keeps_no_other_from_being_published() {
        Pending first = claimed();
        Pending second = claimed(NOON.plusMillis(1));
        originals.put(second, Samples.JPEG);
        originals.breaks(first);
        store.create(Samples.event(PARTY));
        store.startPurge(PARTY);

        assertThatThrownBy(() -> after(Duration.ofSeconds(62)))
                .hasMessageContaining(first.id().value());

        assertThat(store.find(second.id())).isPresent();
        assertThat(purged).containsExactly(PARTY);
    }

    @Test
    void a_large_purge_has_the_time_that_is_left() {
        store.create(Samples.event(PARTY));
        store.startPurge(PARTY);
        aPurgeTakes = Duration.ofSeconds(10);
        isPurged = false;
        after(Duration.ofSeconds(1));
        assertThat(purged).hasSize(4).containsOnly(PARTY);
    }

    @Test
    void many_purges_do_not_take_the_time_of_the_function() {
        for (int i = 0; i < 9; i++) {
            EventSlug slug = new EventSlug("party-" + i);
            store.create(Samples.event(slug));
            store.startPurge(slug);
        }
        aPurgeTakes = Duration.ofSeconds(10);
        after(Duration.ofSeconds(1));
        assertThat(purged).hasSize(4);
    }

    @Test
    void a_purge_that_fails_is_told_when_all_else_is_done() {
        for (EventSlug slug : List.of(PARTY, new EventSlug("reunion"))) {
            store.create(Samples.event(slug));
            store.startPurge(slug);
        }
        broken = PARTY;
        assertThatThrownBy(() -> after(Duration.ofSeconds(1))).hasMessage("no purge of party");
        assertThat(purged).containsExactlyInAnyOrder(PARTY, new EventSlug("reunion"));
        assertThat(sweeps).isEqualTo(1);
    }

    private int after(Duration time) {
        now = NOON.plus(time);
        return reconciler.run();
    }

    private Pending claimed() {
        return claimed(NOON);
    }

    private Pending claimed(Instant asked) {
        Pending like = Samples.jpegTicket(WEDDING);
        Pending ticket =
                new Pending(
                        new PhotoId(Ulid.min(asked.toEpochMilli()).toString()),
                        WEDDING,
                        like.fileName(),
                        like.contentType(),
                        like.size(),
                        like.sha256(),
                        null,
                        null,
                        null,
                        null,
                        "admin",
                        NOON,
                        like.state());
        store.claim(ticket);
        return ticket;
    }
}
