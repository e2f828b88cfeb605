package dev.kilat.photo;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Journal journal = new Journal(store, _ -> {}, new Random(1));
    private final List<PhotoId> jobs = new ArrayList<>();
    private final Ears pages = new Ears();
    private final Retry retry =
            new Retry(store, store, journal, (_, photo) -> jobs.add(photo), pages);

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void a_failed_photo_is_uploaded_again_with_all_its_attempts() {
        Photo failed = failed();
        for (int i = 0; i < 4; i++) {
            store.attempt(failed.id());
        }

        Photo again = retry.retry(failed.id()).orElseThrow();

        assertThat(again.status()).isEqualTo(ProcessingStatus.UPLOADED);
        assertThat(again.processingError()).isNull();
        assertThat(store.after(WEDDING, 2, 9)).hasSize(1);
        assertThat(pages.committed).containsExactly(WEDDING);
        assertThat(jobs).containsExactly(failed.id());
        assertThat(store.attempt(failed.id())).isEqualTo(1);
    }

    @Test
    void should_its_job_be_lost_it_is_found_as_unfinished() {
        Photo failed = failed();
        retry.retry(failed.id());
        assertThat(store.unfinished(Instant.MAX, Instant.MAX, 9)).contains(failed.id());
    }

    @Test
    void what_has_not_failed_is_left_alone() {
        Photo failed = failed();
        retry.retry(failed.id());
        retry.retry(failed.id());
        journal.commit(
                WEDDING, List.of(new Change.Updated(failed.ready(Samples.thumbnails(), null))));
        assertThat(retry.retry(failed.id()).orElseThrow().status())
                .isEqualTo(ProcessingStatus.THUMBNAILS_READY);
        assertThat(jobs).hasSize(1);
    }

    @Test
    void a_deleted_photo_is_left_alone() {
        Photo failed = failed();
        journal.commit(WEDDING, List.of(new Change.Deleted(failed.deleted(true))));
        assertThat(retry.retry(failed.id()).orElseThrow().status())
                .isEqualTo(ProcessingStatus.FAILED);
        assertThat(jobs).isEmpty();
    }

    @Test
    void a_photo_that_was_refused_or_never_came_is_not_tried() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        assertThat(retry.retry(ticket.id())).isEmpty();
        store.fail(ticket.id(), "no image");
        assertThat(retry.retry(ticket.id()).orElseThrow().processingError()).isEqualTo("no image");
        assertThat(retry.retry(Samples.photoId())).isEmpty();
        assertThat(jobs).isEmpty();
    }

    private Photo failed() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        Photo photo =
                journal.commit(WEDDING, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
        return journal.commit(WEDDING, List.of(new Change.Updated(photo.failed("out of memory"))))
                .getFirst();
    }
}
