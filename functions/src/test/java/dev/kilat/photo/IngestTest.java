package dev.kilat.photo;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.telemetry.MemoryMetrics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final List<PhotoId> jobs = new ArrayList<>();
    private final Ears pages = new Ears();
    private final MemoryMetrics metrics = new MemoryMetrics();
    private final Ingest ingest =
            new Ingest(
                    store,
                    originals,
                    store,
                    new Journal(store, _ -> {}, new Random(1)),
                    (_, photo) -> jobs.add(photo),
                    pages,
                    pages,
                    metrics);

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void a_photo_is_published_with_what_its_own_header_says() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        Photo photo = published(ingest.ingest(ticket.id(), Samples.NOON));
        assertThat(photo.seq()).isEqualTo(1);
        assertThat(photo.width()).isEqualTo(400);
        assertThat(photo.height()).isEqualTo(300);
        assertThat(photo.status()).isEqualTo(ProcessingStatus.UPLOADED);
        assertThat(store.newest(WEDDING, Long.MAX_VALUE, 10)).containsExactly(photo);
        assertThat(jobs).containsExactly(photo.id());
        assertThat(pages.committed).containsExactly(WEDDING);
    }

    @Test
    void what_the_uploader_and_s3_both_tell_of_is_published_and_queued_once_and_broadcast_again() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        Photo photo = published(ingest.ingest(ticket.id(), Samples.NOON));
        assertThat(ingest.ingest(ticket.id(), Samples.NOON.plusMillis(1)))
                .isEqualTo(new Ingested.AlreadyPublished(photo));
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(1);
        assertThat(pages.committed).hasSize(2);
        assertThat(jobs).containsExactly(ticket.id());
        assertThat(pages.arrived).containsExactly(ticket.id());
        assertThat(metrics.counts).containsOnly(Map.entry("PhotosPublished", 1L));
    }

    @Test
    void a_size_that_stands_far_into_the_file_is_found() {
        byte[] start = {(byte) 0xFF, (byte) 0xD8};
        byte[] comment = new byte[2 + 0xFFFF];
        comment[0] = (byte) 0xFF;
        comment[1] = (byte) 0xFE;
        comment[2] = (byte) 0xFF;
        comment[3] = (byte) 0xFF;
        ByteBuffer jpeg = ByteBuffer.allocate(2 * comment.length + Samples.JPEG.length);
        jpeg.put(start).put(comment).put(comment).put(Samples.JPEG, 2, Samples.JPEG.length - 2);
        Pending ticket = claimed();
        originals.put(
                ticket,
                jpeg.array(),
                new Originals.Stored(ticket.size(), ticket.contentType(), null));
        assertThat(published(ingest.ingest(ticket.id(), Samples.NOON)).width()).isEqualTo(400);
    }

    @Test
    void word_that_is_repeated_queues_the_photo_again_since_who_had_it_first_may_have_died() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        ingest.ingest(ticket.id(), Samples.NOON);
        ingest.ingest(ticket.id(), Samples.NOON);
        assertThat(jobs).containsExactly(ticket.id(), ticket.id());
    }

    @Test
    void a_photo_whose_thumbnails_are_there_is_not_queued_again() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        Photo photo = published(ingest.ingest(ticket.id(), Samples.NOON));
        store.append(
                WEDDING,
                store.head(WEDDING).orElseThrow(),
                List.of(new Change.Updated(photo.ready(Samples.thumbnails(), null))));
        jobs.clear();
        ingest.ingest(ticket.id(), Samples.NOON);
        assertThat(jobs).isEmpty();
    }

    @Test
    void nobody_publishes_without_a_ticket() {
        assertThat(ingest.ingest(Samples.photoId(), Samples.NOON))
                .isEqualTo(new Ingested.UnknownTicket());
    }

    @Test
    void before_its_put_an_object_is_missing() {
        assertThat(ingest.ingest(claimed().id(), Samples.NOON))
                .isEqualTo(new Ingested.ObjectMissing());
    }

    @Test
    void an_object_that_is_not_what_its_ticket_says_is_not_published() {
        Pending ticket = claimed();
        originals.put(ticket, Arrays.copyOf(Samples.JPEG, 7));
        assertThat(ingest.ingest(ticket.id(), Samples.NOON))
                .isInstanceOf(Ingested.ObjectMismatch.class);
        originals.put(
                ticket, Samples.JPEG, new Originals.Stored(Samples.JPEG.length, "image/png", null));
        assertThat(ingest.ingest(ticket.id(), Samples.NOON))
                .isInstanceOf(Ingested.ObjectMismatch.class);
        originals.put(
                ticket,
                Samples.JPEG,
                new Originals.Stored(Samples.JPEG.length, "image/jpeg", Samples.sha256()));
        assertThat(ingest.ingest(ticket.id(), Samples.NOON))
                .isInstanceOf(Ingested.ObjectMismatch.class);
        assertThat(store.head(WEDDING).orElseThrow().seq()).isZero();
        originals.put(
                ticket,
                Samples.JPEG,
                new Originals.Stored(Samples.JPEG.length, "image/jpeg", ticket.sha256()));
        assertThat(ingest.ingest(ticket.id(), Samples.NOON)).isInstanceOf(Ingested.Published.class);
    }

    @Test
    void what_is_no_image_fails_tells_admins_and_is_never_published() {
        byte[] text = "x".repeat(Samples.JPEG.length).getBytes(StandardCharsets.US_ASCII);
        Pending ticket = claimed();
        originals.put(ticket, text);
        Ingested outcome = ingest.ingest(ticket.id(), Samples.NOON);
        assertThat(outcome).isInstanceOf(Ingested.NotAnImage.class);
        Photo photo = ((Ingested.NotAnImage) outcome).photo();
        assertThat(photo.status()).isEqualTo(ProcessingStatus.FAILED);
        assertThat(photo.processingError()).contains("not an image");
        assertThat(ingest.ingest(ticket.id(), Samples.NOON)).isEqualTo(outcome);
        assertThat(store.head(WEDDING).orElseThrow().seq()).isZero();
        assertThat(pages.failed).hasSize(1);
        assertThat(metrics.counts).containsOnly(Map.entry("PhotosRefused", 1L));
        assertThat(pages.arrived).containsExactly(ticket.id());
        assertThat(pages.committed).isEmpty();
        assertThat(jobs).isEmpty();
    }

    @Test
    void a_photo_of_a_purged_event_is_nobodys() {
        Pending ticket = claimed();
        originals.put(ticket, Samples.JPEG);
        store.startPurge(WEDDING);
        assertThat(ingest.ingest(ticket.id(), Samples.NOON))
                .isEqualTo(new Ingested.UnknownTicket());
        assertThat(pages.committed).isEmpty();
    }

    private Pending claimed() {
        Pending ticket = Samples.jpegTicket(WEDDING);
        store.claim(ticket);
        return ticket;
    }

    private static Photo published(Ingested outcome) {
        assertThat(outcome).isInstanceOf(Ingested.Published.class);
        return ((Ingested.Published) outcome).photo();
    }
}
