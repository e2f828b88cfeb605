package dev.kilat.photo;

import java.util.List;
import java.util.Optional;

/// Has the thumbnails of a failed photo made once more.
public final class Retry {
    private final ChangeLog log;
    private final PendingPhotos pending;
    private final Journal journal;
    private final ThumbnailQueue thumbnails;
    private final Announcer announcer;

    public Retry(
            ChangeLog log,
            PendingPhotos pending,
            Journal journal,
            ThumbnailQueue thumbnails,
            Announcer announcer) {
        this.log = log;
        this.pending = pending;
        this.journal = journal;
        this.thumbnails = thumbnails;
        this.announcer = announcer;
    }

    /// Safe to repeat: only a published photo that has failed is tried again.
    ///
    /// @return the photo as it is now, also one that was refused before it was published; empty if
    ///   there is none
    public Optional<Photo> retry(PhotoId id) {
        Optional<Photo> published = log.find(id);
        if (published.filter(Retry::hasFailed).isPresent()) {
            again(published.get());
            return log.find(id);
        }
        return published.or(() -> refused(id));
    }

    private static boolean hasFailed(Photo photo) {
        return photo.status() == ProcessingStatus.FAILED && !photo.deleted();
    }

    private void again(Photo photo) {
        pending.startOver(photo.id());
        journal.commit(photo.event(), List.of(new Change.Updated(photo.uploaded())));
        announcer.committed(photo.event());
        thumbnails.add(photo.event(), photo.id());
    }

    private Optional<Photo> refused(PhotoId id) {
        return pending.ticket(id)
                .flatMap(ticket ->
                        switch (ticket.state()) {
                            case Pending.State.Failed(String error) ->
                                    Optional.of(ticket.failed(error));
                            case Pending.State.Waiting _, Pending.State.Published _ ->
                                    Optional.empty();
                        });
    }
}
