package dev.kilat.photo;

import dev.kilat.event.EventSlug;

/// Tells open pages that something was committed. May be called again for the same change, and
/// never fails: whoever misses a push has the delta.
public interface Announcer {
    /// The event's log has changes that its room has not been sent.
    void committed(EventSlug event);

    /// The same, told by who knows how far the log goes at least.
    default void committed(EventSlug event, Cursor upTo) {
        committed(event);
    }

    /// Admins learn of a photo that guests will never see, or never see small.
    void failed(EventSlug event, PhotoId photo, String error);

    /// Admins learn of a new comment.
    void commented(EventSlug event, Comment comment);
}
