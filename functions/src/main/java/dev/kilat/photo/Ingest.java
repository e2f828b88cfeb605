package dev.kilat.photo;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.telemetry.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Publishes a photo whose object arrived. Safe to repeat: a photo enters the log once, and each
/// repetition brings about again what a crash may have cut off (its thumbnail job, its broadcast).
public final class Ingest {
    private final PendingPhotos pending;
    private final Originals originals;
    private final ChangeLog log;
    private final Journal journal;
    private final ThumbnailQueue thumbnails;
    private final Announcer announcer;
    private final Arrivals arrivals;
    private final Metrics metrics;

    public Ingest(
            PendingPhotos pending,
            Originals originals,
            ChangeLog log,
            Journal journal,
            ThumbnailQueue thumbnails,
            Announcer announcer,
            Arrivals arrivals,
            Metrics metrics) {
        this.pending = pending;
        this.originals = originals;
        this.log = log;
        this.journal = journal;
        this.thumbnails = thumbnails;
        this.announcer = announcer;
        this.arrivals = arrivals;
        this.metrics = metrics;
    }

    /// @param heardAt when we learned that the object may be there
    public Ingested ingest(PhotoId id, Instant heardAt) {
        Optional<Pending> found = pending.ticket(id);
        if (found.isEmpty()) {
            return new Ingested.UnknownTicket();
        }
        Pending ticket = found.get();
        return switch (ticket.state()) {
            case Pending.State.Published _ -> alreadyPublished(id);
            case Pending.State.Failed(String error) ->
                    new Ingested.NotAnImage(ticket.failed(error));
            case Pending.State.Waiting _ -> arrived(ticket, heardAt);
        };
    }

    private Ingested arrived(Pending ticket, Instant heardAt) {
        String key = Photo.originalKey(ticket.event(), ticket.id());
        Optional<Originals.Stored> stored = originals.find(key);
        if (stored.isEmpty()) {
            return new Ingested.ObjectMissing();
        }
        Optional<String> mismatch = mismatch(ticket, stored.get());
        if (mismatch.isPresent()) {
            return new Ingested.ObjectMismatch(mismatch.get());
        }
        return switch (header(key)) {
            case Header.Image image -> publish(ticket, image, heardAt);
            case Header.NotAnImage(String why) -> refuse(ticket, why);
            case Header.TooLarge(String why) -> refuse(ticket, why);
            case Header.NeedsMore(String why) -> refuse(ticket, why);
        };
    }

    private Header header(String key) {
        Header header = ImageHeaders.read(originals.start(key, ImageHeaders.FIRST));
        return header instanceof Header.NeedsMore
                ? ImageHeaders.readWhole(
                        originals.start(key, ImageHeaders.FIRST + ImageHeaders.MORE))
                : header;
    }

    private Ingested publish(Pending ticket, Header.Image image, Instant heardAt) {
        Photo photo =
                ticket.published(
                        image.type().contentType(), image.width(), image.height(), image.takenAt());
        List<Photo> committed =
                journal.commit(ticket.event(), List.of(new Change.Added(photo, heardAt)));
        if (committed.isEmpty()) {
            return alreadyPublished(ticket.id());
        }
        carryOn(committed.getFirst());
        arrivals.arrived(ticket.event(), ticket.uploadedBy(), ticket.id());
        metrics.count("PhotosPublished", 1);
        return new Ingested.Published(committed.getFirst());
    }

    private Ingested alreadyPublished(PhotoId id) {
        Optional<Photo> photo = log.find(id);
        if (photo.isEmpty()) {
            return new Ingested.UnknownTicket();
        }
        carryOn(photo.get());
        return new Ingested.AlreadyPublished(photo.get());
    }

    private void carryOn(Photo photo) {
        announcer.committed(photo.event());
        if (photo.status() == ProcessingStatus.UPLOADED && !photo.deleted()) {
            thumbnails.add(photo.event(), photo.id());
        }
    }

    private Ingested refuse(Pending ticket, String why) {
        boolean first = pending.fail(ticket.id(), why);
        announcer.failed(ticket.event(), ticket.id(), why);
        if (first) {
            arrivals.arrived(ticket.event(), ticket.uploadedBy(), ticket.id());
        }
        metrics.count("PhotosRefused", 1);
        return new Ingested.NotAnImage(ticket.failed(why));
    }

    private static Optional<String> mismatch(Pending ticket, Originals.Stored stored) {
        if (stored.size() != ticket.size()) {
            return Optional.of(
                    "the object has %d bytes, its ticket says %d"
                            .formatted(stored.size(), ticket.size()));
        }
        if (!stored.contentType().equals(ticket.contentType())) {
            return Optional.of(
                    "the object is %s, its ticket says %s"
                            .formatted(stored.contentType(), ticket.contentType()));
        }
        if (stored.sha256() != null && !stored.sha256().equals(ticket.sha256())) {
            return Optional.of("the object's SHA-256 is not the one on its ticket");
        }
        return Optional.empty();
    }
}
