package dev.kilat.photo;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.telemetry.MemoryMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// No photo lost, none twice, one order for all: the real ingest and gallery on a real store, with
/// deliveries doubled and shuffled among writers that die around their calls, while readers follow.
public abstract class SequenceContract {
    private static final int WRITERS = 8;
    private static final int READERS = 4;
    private static final int PHOTOS = 24;

    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    /// The same log as writers reach it, who may meet more trouble than readers.
    protected ChangeLog logOfWriters(long seed) {
        return log();
    }

    /// The same tickets.
    protected PendingPhotos pendingOfWriters(long seed) {
        return pending();
    }

    /// Whether whoever sent a delivery sends it again after this.
    protected boolean comesAgain(RuntimeException failure) {
        return failure instanceof Faults.Crash || failure instanceof Journal.ContendedException;
    }

    /// How many times, each with another seed, the whole is played.
    protected abstract int seeds();

    @Test
    void every_reader_sees_every_photo_once_and_in_the_same_order() throws Exception {
        for (int seed = 0; seed < seeds(); seed++) {
            EventSlug event = new EventSlug("seed-" + seed);
            events().create(Samples.event(event));
            try {
                play(event, seed);
            } catch (AssertionError e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }

    private void play(EventSlug event, int seed) throws Exception {
        Random random = new Random(seed);
        MemoryOriginals originals = new MemoryOriginals();
        List<PhotoId> tickets = new ArrayList<>();
        List<PhotoId> deliveries = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            Pending ticket = Samples.jpegTicket(event);
            pending().claim(ticket);
            originals.put(ticket, Samples.JPEG);
            tickets.add(ticket.id());
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), ticket.id()));
        }
        Collections.shuffle(deliveries, random);

        Set<PhotoId> queued = Collections.synchronizedSet(new HashSet<>());
        ConcurrentLinkedQueue<PhotoId> inbox = new ConcurrentLinkedQueue<>(deliveries);
        AtomicBoolean written = new AtomicBoolean();
        List<Callable<Reader>> work = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Random its = new Random(random.nextLong());
            work.add(() -> new Reader(log(), event).follow(its, written));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = work.stream().map(threads::submit).toList();
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random its = new Random(random.nextLong());
                writers.add(() -> deliver(inbox, originals, queued, its));
            }
            var done = threads.invokeAll(writers);
            written.set(true);
            for (var writer : done) {
                writer.get();
            }
            for (var reader : readers) {
                reader.get().sawAll(tickets);
            }
        }
        assertThat(queued).containsExactlyInAnyOrderElementsOf(tickets);
        Gallery.Page page =
                new Gallery(log())
                        .newest(event, log().head(event).orElseThrow(), OptionalLong.empty(), 200);
        assertThat(page.photos())
                .extracting(Photo::seq)
                .containsExactlyElementsOf(
                        LongStream.iterate(PHOTOS, seq -> seq > 0, seq -> seq - 1)
                                .boxed()
                                .toList());
        assertThat(log().head(event).orElseThrow().photoCount()).isEqualTo(PHOTOS);
    }

    /// Takes deliveries until none is left; one whose writer died is put back, as its sender would.
    private Void deliver(
            ConcurrentLinkedQueue<PhotoId> inbox,
            MemoryOriginals originals,
            Set<PhotoId> queued,
            Random random) {
        Faults faults =
                () -> {
                    if (random.nextInt(20) == 0) {
                        throw new Faults.Crash();
                    }
                };
        ChangeLog log = logOfWriters(random.nextLong());
        PendingPhotos pending = pendingOfWriters(random.nextLong());
        for (PhotoId id = inbox.poll(); id != null; id = inbox.poll()) {
            try {
                ingest(faults, log, pending, originals, queued, random).ingest(id, Samples.NOON);
            } catch (RuntimeException died) {
                if (!comesAgain(died)) {
                    throw died;
                }
                inbox.add(id);
            }
        }
        return null;
    }

    private Ingest ingest(
            Faults faults,
            ChangeLog reached,
            PendingPhotos pending,
            MemoryOriginals originals,
            Set<PhotoId> queued,
            Random random) {
        ChangeLog log = faults.around(ChangeLog.class, reached);
        return new Ingest(
                faults.around(PendingPhotos.class, pending),
                faults.around(Originals.class, originals),
                log,
                new Journal(log, Samples.SHORT_PAUSES, random),
                faults.around(ThumbnailQueue.class, (_, photo) -> queued.add(photo)),
                faults.around(Announcer.class, new Ears()),
                faults.around(Arrivals.class, new Ears()),
                new MemoryMetrics());
    }

    /// Follows the log as a page does, and keeps what it saw.
    private static final class Reader {
        private final ChangeLog log;
        private final EventSlug event;
        private final List<Long> order = new ArrayList<>();
        private final List<PhotoId> added = new ArrayList<>();
        private final Set<PhotoId> shown = new HashSet<>();

        Reader(ChangeLog log, EventSlug event) {
            this.log = log;
            this.event = event;
        }

        Reader follow(Random random, AtomicBoolean written) {
            Cursor cursor = new Cursor(log.head(event).orElseThrow().epoch(), 0);
            boolean last = false;
            while (true) {
                int limit = 1 + random.nextInt(10);
                for (Change.Logged logged : log.after(event, order.size(), limit)) {
                    order.add(logged.seq());
                    added.add(logged.change().photo().id());
                }
                Gallery.Delta delta =
                        new Gallery(log).since(event, log.head(event).orElseThrow(), cursor, limit);
                Gallery.Delta.Changes changes = (Gallery.Delta.Changes) delta;
                changes.photos().forEach(photo -> shown.add(photo.id()));
                cursor = changes.cursor();
                if (last
                        && !changes.more()
                        && order.size() == log.head(event).orElseThrow().seq()) {
                    return this;
                }
                last = written.get();
            }
        }

        void sawAll(List<PhotoId> tickets) {
            assertThat(order)
                    .as("one order, without a hole")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, tickets.size()).boxed().toList());
            assertThat(added).as("each photo once").containsExactlyInAnyOrderElementsOf(tickets);
            assertThat(shown).containsExactlyInAnyOrderElementsOf(tickets);
        }
    }

    @Test
    protected void a_death_at_any_step_leaves_nothing_half_done_for_good() {
        events().create(Samples.event(WEDDING));
        int step = 0;
        boolean died = true;
        while (died) {
            int fatal = step++;
            Pending ticket = Samples.jpegTicket(WEDDING);
            pending().claim(ticket);
            MemoryOriginals originals = new MemoryOriginals();
            originals.put(ticket, Samples.JPEG);
            Set<PhotoId> queued = new HashSet<>();
            int[] steps = {0};
            Faults once =
                    () -> {
                        if (steps[0]++ == fatal) {
                            throw new Faults.Crash();
                        }
                    };
            died = false;
            try {
                ingest(once, log(), pending(), originals, queued, new Random(0))
                        .ingest(ticket.id(), Samples.NOON);
            } catch (Faults.Crash _) {
                died = true;
                ingest(() -> {}, log(), pending(), originals, queued, new Random(0))
                        .ingest(ticket.id(), Samples.NOON);
            }
            assertThat(queued).as("after a death at step %d", fatal).containsExactly(ticket.id());
            assertThat(log().head(WEDDING).orElseThrow().seq()).isEqualTo(step);
            assertThat(log().find(ticket.id()).orElseThrow().seq()).isEqualTo(step);
        }
        assertThat(step).as("steps that were fatal once").isGreaterThan(10);
    }
}
