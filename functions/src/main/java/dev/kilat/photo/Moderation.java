package dev.kilat.photo;

import java.util.List;
import java.util.Optional;

/// Takes photos out of the gallery and brings them back. Both are safe to repeat.
public final class Moderation {
    private final ChangeLog log;
    private final Journal journal;
    private final ThumbnailQueue thumbnails;
    private final Announcer announcer;

    public Moderation(
            ChangeLog log, Journal journal, ThumbnailQueue thumbnails, Announcer announcer) {
        this.log = log;
        this.journal = journal;
        this.thumbnails = thumbnails;
        this.announcer = announcer;
    }

    /// @return the photo, now deleted; empty if none of that id was ever published
    public Optional<Photo> delete(PhotoId id) {
        return log.find(id).map(photo -> commit(photo, new Change.Deleted(photo.deleted(true))));
    }

    /// @return the photo, back in its place; empty if none of that id was ever published
    public Optional<Photo> restore(PhotoId id) {
        Optional<Photo> restored =
                log.find(id).map(photo -> commit(photo, new Change.Restored(photo.deleted(false))));
        // Its thumbnails may have been skipped while it was away.
        restored.filter(photo -> photo.status() == ProcessingStatus.UPLOADED)
                .ifPresent(photo -> thumbnails.add(photo.event(), photo.id()));
        return restored;
    }

    private Photo commit(Photo photo, Change change) {
        journal.commit(photo.event(), List.of(change));
        announcer.committed(photo.event());
        return log.find(photo.id()).orElseThrow();
    }
}
