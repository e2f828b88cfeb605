package dev.kilat.http;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.Caller;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import java.util.Optional;

/// A request and who makes it.
record Call(Request request, Caller caller) {
    /// Empty for what can be no event's: whoever asks for it gets what an unknown one gets.
    Optional<EventSlug> slug() {
        try {
            return Optional.of(new EventSlug(request.path().getOrDefault("slug", "")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// The event that the path names, if the caller may enter it. Whether there is one is not known
    /// yet.
    Optional<EventSlug> enteredSlug() {
        return slug().filter(caller::mayEnter);
    }

    /// Empty for what can be no photo's.
    Optional<PhotoId> photoId() {
        try {
            return Optional.of(new PhotoId(request.path().getOrDefault("photo_id", "")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// Empty for what can be no comment's.
    Optional<CommentId> commentId() {
        try {
            return Optional.of(new CommentId(request.path().getOrDefault("comment_id", "")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
