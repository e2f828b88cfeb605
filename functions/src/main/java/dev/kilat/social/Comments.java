package dev.kilat.social;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import java.util.List;

/// The port on comments as they are now. They are written as changes of their photo, through the
/// change log. All reads are strong.
public interface Comments {
    Lookup find(CommentId id);

    /// The latest comments on a photo that guests see, oldest first. At most `limit`.
    List<Comment> visible(PhotoId photo, int limit);

    /// The latest comments in an event, hidden ones too, newest first. At most `limit`.
    List<Comment> latest(EventSlug event, int limit);

    /// How many guests see in an event, on photos that they see.
    long total(EventSlug event);

    sealed interface Lookup {
        record Written(Comment comment) implements Lookup {}

        /// There was one. Its id is taken for good, or a page that sends it once more would bring
        /// it back.
        record Deleted() implements Lookup {}

        record Never() implements Lookup {}
    }
}
