package dev.kilat.photo;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.telemetry.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Publishes a photo whose object arrived. Safe to repeat: a photo enters the log once, and each
/// repetition brings about again what a crash may have cut off (its thumbnail job, its broadcast).
///
/// S3 and the uploader tell of the same photo at about the same time, and a job costs more than all
/// the rest: whoever comes second asks for none. If the first one died and is not repeated, {@link
/// Reconciler} finds it.
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
            case Pending.State.Published _ -> alreadyPublished(id, heardAt);
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
        Journal.Committed committed =
                journal.append(ticket.event(), List.of(new Change.Added(photo, heardAt)));
        committed.upTo().ifPresent(end -> announcer.committed(ticket.event(), end));
        if (committed.photos().isEmpty()) {
            return alreadyPublished(ticket.id(), heardAt);
        }
        thumbnails.add(ticket.event(), ticket.id());
        arrivals.arrived(ticket.event(), ticket.uploadedBy(), ticket.id());
        metrics.count("PhotosPublished", 1);
        return new Ingested.Published(committed.photos().getFirst());
    }

    private Ingested alreadyPublished(PhotoId id, Instant heardAt) {
        Optional<Photo> photo = log.find(id);
        if (photo.isEmpty()) {
            return new Ingested.UnknownTicket();
        }
        announcer.committed(photo.get().event());
        if (isRepeated(photo.get(), heardAt)) {
            carryOn(photo.get());
        }
        return new Ingested.AlreadyPublished(photo.get());
    }

    /// Whether the photo was published on the very word that came again: whoever had it first may
    /// have died.
    private boolean isRepeated(Photo photo, Instant heardAt) {
        return log.after(photo.event(), photo.seq() - 1, 1).stream()
                .map(Change.Logged::change)
                .anyMatch(change ->
                        change instanceof Change.Added(var _, Instant first)
                                && first.equals(heardAt));
    }

    /// Has the thumbnails of a published photo made, if they are not there yet.
    public void carryOn(Photo photo) {
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
