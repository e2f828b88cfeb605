package dev.kilat.photo;

import java.net.URI;
import java.time.Duration;

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

    /// Waits a few seconds for the copy of a photo that has just arrived.
    public Link of(Photo photo) {
        Photo now = photo;
        for (Duration waited = Duration.ZERO;
                now.status() == ProcessingStatus.UPLOADED && waited.compareTo(LONGEST_WAIT) < 0;
                waited = waited.plus(BETWEEN_LOOKS)) {
            pause.sleep(BETWEEN_LOOKS);
            now = gallery.visible(photo.id()).orElse(photo.failed("deleted"));
        }
        return switch (now.status()) {
            case THUMBNAILS_READY -> new Link.Ready(downloads.link(now));
            case UPLOADED -> new Link.NotYet();
            case PENDING, FAILED -> new Link.Never();
        };
    }

    public sealed interface Link {
        record Ready(URI url) implements Link {}

        /// Its copy is still to be made; worth asking again in some seconds.
        record NotYet() implements Link {}

        record Never() implements Link {}
    }
}
