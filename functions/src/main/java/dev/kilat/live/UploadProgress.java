package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Arrivals;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PhotoId;
import java.time.InstantSource;

/// Tells admins how far each uploader has come, at most about once a second. Always from behind the
/// fan-out queue, which holds the word back for a second: no photo waits for that.
public final class UploadProgress implements Arrivals {
    private static final System.Logger LOG = System.getLogger(UploadProgress.class.getName());

    private final UploadRuns runs;
    private final FanOutQueue queue;
    private final ChangeLog log;
    private final Bulletin bulletin;
    private final InstantSource clock;

    public UploadProgress(
            UploadRuns runs,
            FanOutQueue queue,
            ChangeLog log,
            Bulletin bulletin,
            InstantSource clock) {
        this.runs = runs;
        this.queue = queue;
        this.log = log;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    @Override
    public void expected(EventSlug event, String uploader, int photos) {
        if (photos == 0) {
            return;
        }
        try {
            runs.expect(event, uploader, photos, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(WARNING, "photos of " + uploader + " come unexpected", e);
        }
    }

    @Override
    public void arrived(EventSlug event, String uploader, PhotoId photo) {
        try {
            if (runs.arrive(event, uploader, photo, clock.instant())) {
                later(event, uploader);
            }
        } catch (RuntimeException e) {
            LOG.log(WARNING, "a photo of " + uploader + " came untold", e);
        }
    }

    private void later(EventSlug event, String uploader) {
        try {
            queue.progress(event, uploader);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the queue does not take how far " + uploader + " has come", e);
            due(event, uploader);
        }
    }

    /// What an arrival left to the queue.
    public void due(EventSlug event, String uploader) {
        runs.tell(event, uploader)
                .ifPresent(run ->
                        log.head(event)
                                .ifPresent(head -> bulletin.progress(event, head, uploader, run)));
    }
}
