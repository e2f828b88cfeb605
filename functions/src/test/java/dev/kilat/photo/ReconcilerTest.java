package dev.kilat.photo;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.event.EventSlug;
import dev.kilat.telemetry.MemoryMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final List<PhotoId> jobs = new ArrayList<>();
    private final List<EventSlug> purged = new ArrayList<>();
    private final Ears pages = new Ears();
    private Instant now = NOON;
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
                    purged::add,
                    () -> now);

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void an_object_that_no_event_told_of_is_published_after_a_minute() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        after(Duration.ofSeconds(59));
        assertThat(store.find(ticket.id())).as("somebody may still be on it").isEmpty();
        after(Duration.ofSeconds(61));
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

    private void after(Duration time) {
        now = NOON.plus(time);
        reconciler.run();
    }

    private Pending claimed() {
        Pending asked = Samples.jpegTicket(WEDDING);
        Pending ticket =
                new Pending(
                        new PhotoId(Ulid.min(NOON.toEpochMilli()).toString()),
                        WEDDING,
                        asked.fileName(),
                        asked.contentType(),
                        asked.size(),
                        asked.sha256(),
                        null,
                        null,
                        null,
                        null,
                        "admin",
                        NOON,
                        asked.state());
        store.claim(ticket);
        return ticket;
    }
}
