package dev.kilat.photo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Links to what guests download: the copy without what tells where and by which camera, never the
/// original itself.
public final class DownloadLinks {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Gallery gallery;
    private final Downloads downloads;
    private final Pause pause;

    public DownloadLinks(Gallery gallery, Downloads downloads, Pause pause) {
        this.gallery = gallery;
        this.downloads = downloads;
        this.pause = pause;
    }

    /// Waits some seconds for the copy of a photo that has just arrived.
    ///
    /// @return empty if there is no such photo, or no copy of it
    public Optional<URI> of(PhotoId id) {
        Optional<Photo> photo = gallery.visible(id);
        for (Duration waited = Duration.ZERO;
                isOnItsWay(photo) && waited.compareTo(LONGEST_WAIT) < 0;
                waited = waited.plus(BETWEEN_LOOKS)) {
            pause.sleep(BETWEEN_LOOKS);
            photo = gallery.visible(id);
        }
        return photo.filter(now -> now.status() == ProcessingStatus.THUMBNAILS_READY)
                .map(downloads::link);
    }

    private static boolean isOnItsWay(Optional<Photo> photo) {
        return photo.filter(now -> now.status() == ProcessingStatus.UPLOADED).isPresent();
    }
}
