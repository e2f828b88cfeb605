package dev.kilat.thumbnail;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.photo.Change;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Journal;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.MemoryOriginals;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.ProcessingStatus;
import dev.kilat.photo.Samples;
import dev.kilat.telemetry.MemoryMetrics;
import dev.kilat.thumbnail.download.DownloadCopy;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThumbnailJobTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final Journal journal = new Journal(store, _ -> {}, new Random(1));
    private final Ears pages = new Ears();
    private final Set<String> stored = new TreeSet<>();
    private final MemoryMetrics metrics = new MemoryMetrics();
    private boolean storeFails;
    private int tokens;
    private final ThumbnailJob job = job(new ImageIoRenderer());

    private ThumbnailJob job(Renderer renderer) {
        return new ThumbnailJob(
                store,
                store,
                originals,
                renderer,
                new DownloadCopy(),
                new Derivatives() {
                    @Override
                    public void thumbnail(String key, byte[] jpeg) {
                        if (storeFails) {
                            throw new IllegalStateException("503 Slow Down");
                        }
                        stored.add(key);
                    }

                    @Override
                    public void downloadCopy(Photo photo, MemorySegment copy) {
                        stored.add(photo.downloadKey());
                    }
                },
                journal,
                pages,
                () -> "token" + ++tokens,
                metrics);
    }

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void all_sizes_and_the_download_copy_are_stored_and_then_committed() {
        Photo photo = published(jpeg());
        job.run(photo.id());
        Photo now = now(photo);
        assertThat(now.status()).isEqualTo(ProcessingStatus.THUMBNAILS_READY);
        assertThat(now.thumbhash()).isNotNull();
        String folder = "media/wedding/" + photo.id() + "/token1/";
        assertThat(stored)
                .containsExactlyInAnyOrder(
                        photo.downloadKey(),
                        folder + "small.jpg",
                        folder + "medium.jpg",
                        folder + "large.jpg");
        assertThat(now.thumbnails()).isNotNull();
        assertThat(pages.committed).containsExactly(WEDDING);
        assertThat(metrics.counts).containsOnlyKeys("ThumbnailsReady");
    }

    @Test
    void a_job_that_comes_twice_makes_and_commits_once() {
        Photo photo = published(jpeg());
        job.run(photo.id());
        Set<String> once = new HashSet<>(stored);
        job.run(photo.id());
        assertThat(stored).isEqualTo(once);
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(2);
    }

    @Test
    void a_damaged_photo_fails_for_good_and_admins_hear_why() {
        byte[] whole = jpeg();
        Photo photo = published(Arrays.copyOf(whole, whole.length / 2));
        job.run(photo.id());
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.FAILED);
        assertThat(now(photo).processingError()).contains("truncated");
        assertThat(pages.failed).hasSize(1);
        assertThat(metrics.counts).containsOnlyKeys("ThumbnailsFailed");
    }

    @Test
    void a_store_that_fails_leaves_the_photo_for_the_next_attempt() {
        Photo photo = published(jpeg());
        storeFails = true;
        assertThatThrownBy(() -> job.run(photo.id())).hasMessageContaining("Slow Down");
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.UPLOADED);
        storeFails = false;
        job.run(photo.id());
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.THUMBNAILS_READY);
    }

    @Test
    void a_photo_that_never_gets_through_is_given_up_after_three_attempts() {
        Photo photo = published(jpeg());
        ThumbnailJob broken =
                job((original, sink) -> {
                    throw new IllegalStateException("broken");
                });
        for (int i = 0; i < ThumbnailJob.MOST_ATTEMPTS; i++) {
            assertThatThrownBy(() -> broken.run(photo.id())).hasMessage("broken");
        }
        broken.run(photo.id());
        assertThat(now(photo).processingError()).contains("given up");
    }

    @Test
    void no_photo_is_given_up_because_a_store_was_down_and_its_message_is_redriven_later() {
        Photo photo = published(jpeg());
        storeFails = true;
        for (int i = 0; i < 3 * ThumbnailJob.MOST_ATTEMPTS; i++) {
            assertThatThrownBy(() -> job.run(photo.id())).hasMessageContaining("Slow Down");
        }
        storeFails = false;
        job.run(photo.id());
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.THUMBNAILS_READY);
    }

    @Test
    void a_photo_whose_drawing_ends_the_process_is_given_up_and_not_drawn_a_fourth_time()
            throws InterruptedException {
        Photo photo = published(jpeg());
        var drawings = new LinkedBlockingQueue<Thread>();
        // What a process that dies leaves behind is what one leaves that never comes back.
        ThumbnailJob deadly =
                job((original, sink) -> {
                    drawings.add(Thread.currentThread());
                    LockSupport.park();
                    throw new AssertionError("unparked");
                });
        for (int i = 0; i < ThumbnailJob.MOST_ATTEMPTS; i++) {
            Thread.ofVirtual().start(() -> deadly.run(photo.id()));
            drawings.take();
            assertThat(now(photo).status()).isEqualTo(ProcessingStatus.UPLOADED);
        }
        deadly.run(photo.id());
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.FAILED);
        assertThat(now(photo).processingError()).contains("given up");
        assertThat(drawings).isEmpty();

        Photo next = published(jpeg());
        job.run(next.id());
        assertThat(now(next).status()).isEqualTo(ProcessingStatus.THUMBNAILS_READY);
    }

    @Test
    void a_deleted_photo_and_one_that_never_was_are_nobodys_work() {
        Photo photo = published(jpeg());
        journal.commit(WEDDING, List.of(new Change.Deleted(photo.deleted(true))));
        job.run(photo.id());
        job.run(Samples.photoId());
        assertThat(stored).isEmpty();
        assertThat(now(photo).status()).isEqualTo(ProcessingStatus.UPLOADED);
    }

    private Photo published(byte[] original) {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        originals.put(ticket, original);
        return journal.commit(WEDDING, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
    }

    private Photo now(Photo photo) {
        return store.find(photo.id()).orElseThrow();
    }

    private static byte[] jpeg() {
        return Images.jpeg(Images.scene(500, 400));
    }
}
