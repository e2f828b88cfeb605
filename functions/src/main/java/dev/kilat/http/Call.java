package dev.kilat.http;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.Caller;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Head;
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

    /// The head of what the caller entered. Who was let into an event that had this one's slug
    /// before is turned away as nobody: the guest's page begins a new session then.
    Head entered(Head head) {
        if (caller instanceof Caller.Guest guest && !head.isOfEventMadeAt(guest.eventMadeAt())) {
            throw new Refused(Problems.unauthenticated());
        }
        return head;
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
