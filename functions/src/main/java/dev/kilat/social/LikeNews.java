package dev.kilat.social;

import dev.kilat.live.Bulletin;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Throttle;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.time.InstantSource;

/// Tells a photo's room how many like it, at most once a second, and the last count always.
public final class LikeNews {
    private final ChangeLog log;
    private final Throttle throttle;
    private final FanOutQueue queue;
    private final Bulletin bulletin;
    private final InstantSource clock;

    public LikeNews(
            ChangeLog log,
            Throttle throttle,
            FanOutQueue queue,
            Bulletin bulletin,
            InstantSource clock) {
        this.log = log;
        this.throttle = throttle;
        this.queue = queue;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /// The photo's count has changed. Never fails, and never waits.
    public void changed(PhotoId id) {
        throttle.news(key(id), () -> tell(id), () -> queue.likes(id));
    }

    /// What a like left to the queue.
    public void due(PhotoId id) {
        throttle.due(key(id), () -> tell(id));
    }

    private void tell(PhotoId id) {
        Instant now = clock.instant();
        log.find(id).filter(photo -> !photo.deleted()).ifPresent(photo -> tell(photo, now));
    }

    private void tell(Photo photo, Instant now) {
        log.head(photo.event())
                .ifPresent(head ->
                        bulletin.liked(photo.event(), head, photo.id(), photo.likeCount(), now));
    }

    private static String key(PhotoId id) {
        return "LIKES#" + id;
    }
}
