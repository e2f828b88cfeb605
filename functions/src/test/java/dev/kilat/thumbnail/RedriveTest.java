package dev.kilat.thumbnail;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Change;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Ingested;
import dev.kilat.photo.Journal;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.MemoryOriginals;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ProcessingStatus;
import dev.kilat.photo.Samples;
import dev.kilat.telemetry.MemoryMetrics;
import dev.kilat.thumbnail.download.DownloadCopy;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an operator redrives from a dead-letter queue is an old message: of a photo that is done by
/// now, deleted, or purged with its event.
class RedriveTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final Journal journal = new Journal(store, _ -> {}, new Random(1));
    private final Ears pages = new Ears();
    private final List<String> objects = new ArrayList<>();
    private final List<PhotoId> jobs = new ArrayList<>();
    private final ThumbnailJob job =
            new ThumbnailJob(
                    store,
                    store,
                    originals,
                    new ImageIoRenderer(),
                    new DownloadCopy(),
                    new Derivatives() {
                        @Override
                        public void thumbnail(String key, byte[] jpeg) {
                            objects.add(key);
                        }

                        @Override
                        public void downloadCopy(Photo photo, MemorySegment copy) {
                            objects.add(photo.downloadKey());
                        }
                    },
                    journal,
                    pages,
                    () -> "token",
                    new MemoryMetrics());
    private final Ingest ingest =
            new Ingest(
                    store,
                    originals,
                    store,
                    journal,
                    (_, photo) -> jobs.add(photo),
                    pages,
                    pages,
                    new MemoryMetrics());

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void a_job_redriven_twice_makes_the_thumbnails_once() {
        Photo photo = published();

        job.run(photo.id());
        List<String> made = List.copyOf(objects);
        job.run(photo.id());
        job.run(photo.id());

        assertThat(objects).isEqualTo(made).hasSize(4);
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(2);
        assertThat(store.find(photo.id()).orElseThrow().status())
                .isEqualTo(ProcessingStatus.THUMBNAILS_READY);
    }

    @Test
    void a_job_of_a_deleted_photo_brings_nothing_back_and_one_of_a_restored_photo_is_done() {
        Photo photo = published();
        journal.commit(WEDDING, List.of(new Change.Deleted(photo)));

        job.run(photo.id());
        job.run(photo.id());
        assertThat(objects).isEmpty();
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(2);
        assertThat(store.newest(WEDDING, Long.MAX_VALUE, 10)).isEmpty();

        journal.commit(WEDDING, List.of(new Change.Restored(photo)));
        job.run(photo.id());
        assertThat(store.find(photo.id()).orElseThrow().status())
                .isEqualTo(ProcessingStatus.THUMBNAILS_READY);
    }

    @Test
    void a_job_of_a_purged_event_commits_nothing_to_the_next_one_with_its_slug() {
        Photo photo = published();
        store.startPurge(WEDDING);
        job.run(photo.id());
        store.forget(WEDDING);
        store.create(Samples.event(WEDDING));

        job.run(photo.id());
        job.run(photo.id());

        assertThat(store.head(WEDDING).orElseThrow().seq()).isZero();
        assertThat(store.newest(WEDDING, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void an_upload_told_of_again_weeks_later_changes_nothing() {
        Photo photo = published();
        job.run(photo.id());
        jobs.clear();

        for (Instant told : List.of(Samples.NOON, Samples.NOON.plusSeconds(1_000_000))) {
            assertThat(ingest.ingest(photo.id(), told))
                    .isInstanceOf(Ingested.AlreadyPublished.class);
        }
        journal.commit(WEDDING, List.of(new Change.Deleted(photo)));
        ingest.ingest(photo.id(), Samples.NOON);

        assertThat(jobs).isEmpty();
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(3);
        assertThat(store.newest(WEDDING, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void an_upload_told_of_when_its_event_is_purged_publishes_nothing() {
        Pending ticket = Samples.jpegTicket(WEDDING);
        store.claim(ticket);
        originals.put(ticket, Samples.JPEG);
        store.startPurge(WEDDING);

        assertThat(ingest.ingest(ticket.id(), Samples.NOON))
                .isInstanceOf(Ingested.UnknownTicket.class);

        assertThat(jobs).isEmpty();
        assertThat(store.find(ticket.id())).isEmpty();
    }

    private Photo published() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        originals.put(ticket, Images.jpeg(Images.scene(500, 400)));
        return journal.commit(WEDDING, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
    }
}
