package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Head;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.List;

/// What a page is sent.
public sealed interface Frame {
    /// The changes behind what the room was sent before, oldest first and without a hole.
    ///
    /// @param head the log's last number: whoever is behind it after the changes asks for the
    ///   delta. None need to be carried.
    record Changes(EventSlug event, String epoch, long head, List<Change.Logged> changes)
            implements Frame {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /// For admins: a photo that guests will never see, or never see small.
    record PhotoFailed(EventSlug event, Head head, PhotoId photo, String error) implements Frame {}

    /// For admins: what a guest wrote just now.
    record NewComment(EventSlug event, Head head, Comment comment) implements Frame {}

    /// A photo's likes, as read at that moment.
    record PhotoLiked(EventSlug event, Head head, PhotoId photo, long count, Instant at)
            implements Frame {}

    /// For admins: how far the photos of one uploader have come.
    record Uploading(EventSlug event, Head head, String uploader, UploadRuns.Run run)
            implements Frame {}

    /// From here on the connection gets what is committed in the event behind `head`.
    record JoinedEvent(EventSlug event, Head head) implements Frame {}

    record JoinedAdmins() implements Frame {}

    record Pong() implements Frame {}

    record Refused(Refusal why) implements Frame {}

    enum Refusal {
        INVALID_REQUEST,
        NOT_FOUND
    }
}
