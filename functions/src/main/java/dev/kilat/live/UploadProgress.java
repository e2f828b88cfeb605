package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Arrivals;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PhotoId;
import java.time.InstantSource;

/// Tells admins how far each uploader has come, at most once a second.
public final class UploadProgress implements Arrivals {
    private static final System.Logger LOG = System.getLogger(UploadProgress.class.getName());

    private final UploadRuns runs;
    private final Throttle throttle;
    private final FanOutQueue queue;
    private final ChangeLog log;
    private final Bulletin bulletin;
    private final InstantSource clock;

    public UploadProgress(
            UploadRuns runs,
            Throttle throttle,
            FanOutQueue queue,
            ChangeLog log,
            Bulletin bulletin,
            InstantSource clock) {
        this.runs = runs;
        this.throttle = throttle;
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
            runs.arrive(event, uploader, photo, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(WARNING, "a photo of " + uploader + " came uncounted", e);
            return;
        }
        throttle.news(
                key(event, uploader),
                () -> tell(event, uploader),
                () -> queue.progress(event, uploader));
    }

    /// What an arrival left to the queue.
    public void due(EventSlug event, String uploader) {
        throttle.due(key(event, uploader), () -> tell(event, uploader));
    }

    private void tell(EventSlug event, String uploader) {
        runs.now(event, uploader)
                .ifPresent(run ->
                        log.head(event)
                                .ifPresent(head -> bulletin.progress(event, head, uploader, run)));
    }

    private static String key(EventSlug event, String uploader) {
        return "UPLOADS#" + event + "#" + uploader;
    }
}
