package dev.kilat.photo;

import java.time.Instant;

/// What happened to a photo, as every page will learn it. Carries the photo as it is after the
/// change.
public sealed interface Change {
    Photo photo();

    /// Published: `photo.seq` is the number of this change, known when it is committed.
    ///
    /// @param heardAt when we learned that the photo's object is there
    record Added(Photo photo, Instant heardAt) implements Change {}

    /// Its thumbnails are there, or will never be.
    record Updated(Photo photo) implements Change {}

    record Deleted(Photo photo) implements Change {}

    record Restored(Photo photo) implements Change {}

    /// A guest commented: `comment.seq` is the number of this change, known when it is committed.
    record Commented(Photo photo, Comment comment) implements Change {}

    /// An admin ruled on a comment: what pages see of it is how many comments the photo has. A
    /// {@link Commented} whose comment is hidden or gone by now is read from the log as this.
    ///
    /// @param writtenAt the comment's {@link Comment#seq}
    record Moderated(Photo photo, CommentId comment, long writtenAt, Ruling ruling)
            implements Change {}

    enum Ruling {
        HIDE(-1),
        SHOW(1),
        DELETE_SHOWN(-1),
        DELETE_HIDDEN(0);

        /// By how many the comments that guests see become more.
        public final int visibleMore;

        Ruling(int visibleMore) {
            this.visibleMore = visibleMore;
        }
    }

    /// A change with its number.
    record Logged(long seq, Change change) {}
}
