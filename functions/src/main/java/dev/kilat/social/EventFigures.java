package dev.kilat.social;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Connections;
import dev.kilat.live.Histogram;
import dev.kilat.live.PublishTimes;
import dev.kilat.live.Room;
import dev.kilat.photo.Gallery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How an event is doing now.
public final class EventFigures {
    private final Gallery gallery;
    private final Connections connections;
    private final Likes likes;
    private final Comments comments;
    private final PublishTimes times;
    private final InstantSource clock;

    public EventFigures(
            Gallery gallery,
            Connections connections,
            Likes likes,
            Comments comments,
            PublishTimes times,
            InstantSource clock) {
        this.gallery = gallery;
        this.connections = connections;
        this.likes = likes;
        this.comments = comments;
        this.times = times;
        this.clock = clock;
    }

    /// Empty if there is no such event.
    public Optional<Figures> of(EventSlug event) {
        Instant now = clock.instant();
        return gallery.head(event)
                .map(head ->
                        new Figures(
                                connections.guestsIn(new Room.OfEvent(event), now),
                                head.photoCount(),
                                likes.total(event),
                                comments.total(event),
                                times.lately(event, now)));
    }

    /// @param guests connections of guests, not of admins
    /// @param published how long photos took to their guests, lately
    public record Figures(int guests, int photos, long likes, long comments, Histogram published) {}
}
