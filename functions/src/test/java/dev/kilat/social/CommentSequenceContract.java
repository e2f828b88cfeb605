package dev.kilat.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.photo.Announcer;
import dev.kilat.photo.Change;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Faults;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// No comment lost, none twice, one order for all, and each change says how many comments its photo
/// has right then: the real writing and ruling on a real store, doubled and shuffled among writers
/// that die around their calls, while thumbnails come in and readers follow.
public abstract class CommentSequenceContract {
    private static final int WRITERS = 8;
    private static final int READERS = 3;
    private static final int PHOTOS = 5;
    private static final int COMMENTS = 25;

    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    protected abstract Comments comments();

    /// How many times, each with another seed, the whole is played.
    protected abstract int seeds();

    @Test
    void every_reader_sees_every_comment_once_and_every_count_as_it_was() throws Exception {
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

    /// Work that may be done again and again; answers whether it could be done already.
    private interface Delivery {
        boolean to(Writer writer);
    }

    private void play(EventSlug event, int seed) throws Exception {
        Random random = new Random(seed);
        List<PhotoId> photos = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            Pending ticket = Samples.ticket(event);
            pending().claim(ticket);
            photos.add(ticket.id());
            deliveries.add(writer -> writer.publishes(ticket));
            deliveries.addAll(
                    Collections.nCopies(2, writer -> writer.makesThumbnails(ticket.id())));
        }
        List<CommentId> written = new ArrayList<>();
        for (int i = 0; i < COMMENTS; i++) {
            CommentId id = new CommentId(UUID.randomUUID().toString());
            PhotoId photo = photos.get(random.nextInt(PHOTOS));
            written.add(id);
            deliveries.addAll(
                    Collections.nCopies(1 + random.nextInt(3), writer -> writer.says(photo, id)));
            switch (random.nextInt(4)) {
                case 0 -> deliveries.add(writer -> writer.hides(photo, id, true));
                case 1 -> {
                    deliveries.add(writer -> writer.hides(photo, id, true));
                    deliveries.add(writer -> writer.hides(photo, id, false));
                }
                case 2 -> {
                    deliveries.add(writer -> writer.hides(photo, id, random.nextBoolean()));
                    deliveries.addAll(Collections.nCopies(2, writer -> writer.deletes(photo, id)));
                }
                default -> {}
            }
        }
        Collections.shuffle(deliveries, random);
        List<Reader> readers = run(event, deliveries, random);
        readers.add(new Reader(log(), event).follow(new Random(seed), new AtomicBoolean(true)));
        for (Reader reader : readers) {
            reader.sawAll(written);
            for (PhotoId photo : photos) {
                long visible = comments().visible(photo, 1000).size();
                assertThat(log().find(photo).orElseThrow().commentCount()).isEqualTo(visible);
                assertThat(reader.counts.getOrDefault(photo, 0L)).isEqualTo(visible);
            }
        }
    }

    private List<Reader> run(EventSlug event, List<Delivery> deliveries, Random random)
            throws Exception {
        ConcurrentLinkedQueue<Delivery> inbox = new ConcurrentLinkedQueue<>(deliveries);
        AtomicBoolean done = new AtomicBoolean();
        List<Reader> followed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reader>> follow = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                Random its = new Random(random.nextLong());
                follow.add(() -> new Reader(log(), event).follow(its, done));
            }
            var readers = follow.stream().map(threads::submit).toList();
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random its = new Random(random.nextLong());
                writers.add(() -> work(inbox, new Writer(its)));
            }
            try {
                for (var writer : threads.invokeAll(writers)) {
                    writer.get();
                }
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                followed.add(reader.get());
            }
        }
        return followed;
    }

    /// What comes too early, and what its writer died of, is delivered again.
    private static Void work(ConcurrentLinkedQueue<Delivery> inbox, Writer writer) {
        for (Delivery next = inbox.poll(); next != null; next = inbox.poll()) {
            try {
                if (!next.to(writer)) {
                    inbox.add(next);
                    Pause.real().sleep(Duration.ofMillis(1));
                }
            } catch (Faults.Crash | Journal.ContendedException died) {
                inbox.add(next);
            }
        }
        return null;
    }

    /// The code under test, on ports that kill it now and then.
    private final class Writer {
        private final ChangeLog log;
        private final Comments comments;
        private final Journal journal;
        private final Commenting commenting;
        private final CommentModeration moderation;

        Writer(Random random) {
            Faults faults =
                    () -> {
                        if (random.nextInt(40) == 0) {
                            throw new Faults.Crash();
                        }
                    };
            log = faults.around(ChangeLog.class, log());
            comments = faults.around(Comments.class, comments());
            journal = new Journal(log, Samples.SHORT_PAUSES, random);
            Announcer pages = faults.around(Announcer.class, new Ears());
            commenting = new Commenting(comments, journal, pages, InstantSource.system());
            moderation = new CommentModeration(comments, log, journal, pages);
        }

        boolean publishes(Pending ticket) {
            journal.commit(ticket.event(), List.of(Samples.added(Samples.photo(ticket))));
            return true;
        }

        boolean makesThumbnails(PhotoId id) {
            Optional<Photo> photo = log.find(id);
            photo.ifPresent(it ->
                    journal.commit(
                            it.event(),
                            List.of(new Change.Updated(it.ready(Samples.thumbnails(), null)))));
            return photo.isPresent();
        }

        boolean says(PhotoId id, CommentId comment) {
            Optional<Photo> photo = log.find(id);
            photo.ifPresent(it -> commenting.write(it, comment, "guest", null, "Cheers"));
            return photo.isPresent();
        }

        boolean hides(PhotoId photo, CommentId id, boolean hidden) {
            moderation.hide(photo, id, hidden);
            return !(comments.find(id) instanceof Comments.Lookup.Never);
        }

        boolean deletes(PhotoId photo, CommentId id) {
            moderation.delete(photo, id);
            return comments.find(id) instanceof Comments.Lookup.Deleted;
        }
    }

    /// Follows the log as a page does, and counts what it tells.
    private static final class Reader {
        private final ChangeLog log;
        private final EventSlug event;
        private final List<Long> order = new ArrayList<>();
        private final List<CommentId> added = new ArrayList<>();
        private final Set<String> misreported = new HashSet<>();
        final Map<PhotoId, Long> counts = new HashMap<>();

        Reader(ChangeLog log, EventSlug event) {
            this.log = log;
            this.event = event;
        }

        Reader follow(Random random, AtomicBoolean written) {
            boolean last = false;
            while (true) {
                for (Change.Logged logged :
                        log.after(event, order.size(), 1 + random.nextInt(10))) {
                    take(logged);
                }
                if (last && order.size() == log.head(event).orElseThrow().seq()) {
                    return this;
                }
                last = written.get();
            }
        }

        private void take(Change.Logged logged) {
            order.add(logged.seq());
            Photo photo = logged.change().photo();
            long count = counts.merge(photo.id(), visibleMore(logged), Long::sum);
            if (count != photo.commentCount()) {
                misreported.add(logged + " of " + count + " comments");
            }
        }

        private long visibleMore(Change.Logged logged) {
            return switch (logged.change()) {
                case Change.Added _, Change.Updated _, Change.Deleted _, Change.Restored _ -> 0;
                case Change.Commented(Photo _, var comment) -> {
                    assertThat(comment.seq()).isEqualTo(logged.seq());
                    added.add(comment.id());
                    yield 1;
                }
                case Change.Moderated(Photo _, CommentId id, long writtenAt, Ruling ruling) -> {
                    if (writtenAt == logged.seq()) {
                        added.add(id);
                        yield 1;
                    }
                    yield ruling.visibleMore;
                }
            };
        }

        void sawAll(List<CommentId> written) {
            assertThat(order)
                    .as("one order, without a hole")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, order.size()).boxed().toList());
            assertThat(added).as("each comment once").containsExactlyInAnyOrderElementsOf(written);
            assertThat(misreported).isEmpty();
        }
    }
}
