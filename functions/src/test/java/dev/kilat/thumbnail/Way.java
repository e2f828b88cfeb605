package dev.kilat.thumbnail;

import static dev.kilat.photo.Samples.WEDDING;

import dev.kilat.photo.Ears;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Ingested;
import dev.kilat.photo.Journal;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.MemoryOriginals;
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import dev.kilat.telemetry.MemoryMetrics;
import dev.kilat.thumbnail.download.DownloadCopy;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The way of a photo from its object to its thumbnails, on stores in memory: what is looked at
/// first, what is queued, and a queue that delivers what failed again.
final class Way {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final MemoryOriginals originals = new MemoryOriginals();
    private final Queue<PhotoId> queue = new ArrayDeque<>();
    private final Map<String, byte[]> made = new HashMap<>();
    private final Ingest ingest;
    private final ThumbnailJob job;

    /// What became of a file.
    ///
    /// @param error why it failed; null if it did not
    /// @param attempts how often its thumbnails were begun
    /// @param made thumbnails and the download copy by their keys
    record End(@Nullable String error, int attempts, Map<String, byte[]> made) {
        boolean ready() {
            return error == null;
        }
    }

    Way(Renderer renderer) {
        store.create(Samples.event(WEDDING));
        var journal = new Journal(store, _ -> {}, new Random(1));
        var pages = new Ears();
        ingest =
                new Ingest(
                        store,
                        originals,
                        store,
                        journal,
                        (_, photo) -> queue.add(photo),
                        pages,
                        pages,
                        new MemoryMetrics());
        job =
                new ThumbnailJob(
                        store,
                        store,
                        originals,
                        renderer,
                        new DownloadCopy(),
                        new Derivatives() {
                            @Override
                            public void thumbnail(String key, byte[] jpeg) {
                                made.put(key, jpeg);
                            }

                            @Override
                            public void downloadCopy(Photo photo, MemorySegment copy) {
                                made.put(
                                        photo.downloadKey(),
                                        copy.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
                            }
                        },
                        journal,
                        pages,
                        () -> "token",
                        new MemoryMetrics());
    }

    End go(byte[] file) {
        made.clear();
        Pending ticket = Samples.jpegTicket(WEDDING);
        store.claim(ticket);
        // The ticket's size was checked when it was asked for, and again by S3.
        originals.put(
                ticket,
                file,
                new Originals.Stored(Samples.JPEG.length, ticket.contentType(), null));
        return switch (ingest.ingest(ticket.id(), Samples.NOON)) {
            case Ingested.NotAnImage(Photo photo) -> new End(photo.processingError(), 0, Map.of());
            case Ingested.Published(Photo photo) -> thumbnails(photo);
            case Ingested.AlreadyPublished _,
                    Ingested.UnknownTicket _,
                    Ingested.ObjectMissing _,
                    Ingested.ObjectMismatch _ ->
                    throw new AssertionError("not the way of a file that arrived");
        };
    }

    private End thumbnails(Photo photo) {
        int attempts = 0;
        queue.clear();
        queue.add(photo.id());
        while (!queue.isEmpty()) {
            PhotoId next = queue.remove();
            attempts++;
            try {
                job.run(next);
            } catch (RuntimeException | OutOfMemoryError failed) {
                System.err.println(failed);
                queue.add(next);
            }
        }
        Photo now = store.find(photo.id()).orElseThrow();
        return switch (now.status()) {
            case THUMBNAILS_READY -> new End(null, attempts, Map.copyOf(made));
            case FAILED -> new End(now.processingError(), attempts, Map.copyOf(made));
            case PENDING, UPLOADED -> throw new AssertionError(now.status() + " is not the end");
        };
    }
}
