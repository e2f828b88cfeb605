package dev.kilat.social;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Announcer;
import dev.kilat.photo.Change;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes comments away from guests, and brings hidden ones back. Also on deleted photos, which may
/// be restored.
public final class CommentModeration {
    private static final int MOST_LISTED = 100;

    /// An admin who hides while another one shows is not outdone more often than this.
    private static final int MOST_TRIES = 5;

    private final Comments comments;
    private final ChangeLog log;
    private final Journal journal;
    private final Announcer announcer;

    public CommentModeration(
            Comments comments, ChangeLog log, Journal journal, Announcer announcer) {
        this.comments = comments;
        this.log = log;
        this.journal = journal;
        this.announcer = announcer;
    }

    /// Newest first, hidden ones too.
    public List<Comment> latest(EventSlug event) {
        return comments.latest(event, MOST_LISTED);
    }

    /// Safe to repeat.
    ///
    /// @return the comment as it is now; empty if there is none of that id on that photo
    public Optional<Comment> hide(PhotoId photo, CommentId id, boolean hidden) {
        Ruling ruling = hidden ? Ruling.HIDE : Ruling.SHOW;
        return rule(
                        photo,
                        id,
                        comment ->
                                comment.hidden() == hidden ? Optional.empty() : Optional.of(ruling))
                .map(comment -> comment.hidden(hidden));
    }

    /// For good: nothing is left of the text.
    ///
    /// @return whether there was one of that id on that photo
    public boolean delete(PhotoId photo, CommentId id) {
        return rule(
                        photo,
                        id,
                        comment ->
                                Optional.of(
                                        comment.hidden()
                                                ? Ruling.DELETE_HIDDEN
                                                : Ruling.DELETE_SHOWN))
                .isPresent();
    }

    /// @param ruling on the comment as it is found; empty if it is as it should be
    private Optional<Comment> rule(
            PhotoId id, CommentId commentId, Function<Comment, Optional<Ruling>> ruling) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Photo> photo =
                    log.find(id).filter(found -> log.head(found.event()).isPresent());
            Optional<Comment> comment = find(id, commentId);
            if (photo.isEmpty() || comment.isEmpty()) {
                return Optional.empty();
            }
            if (holds(photo.get(), comment.get(), ruling.apply(comment.get()))) {
                announcer.committed(photo.get().event());
                return comment;
            }
        }
        throw new IllegalStateException("comment " + commentId + " changes too fast");
    }

    private boolean holds(Photo photo, Comment comment, Optional<Ruling> ruling) {
        return ruling.isEmpty()
                || !journal.commit(
                                photo.event(),
                                List.of(
                                        new Change.Moderated(
                                                photo, comment.id(), comment.seq(), ruling.get())))
                        .isEmpty();
    }

    private Optional<Comment> find(PhotoId photo, CommentId id) {
        return comments.find(id) instanceof Comments.Lookup.Written(Comment comment)
                        && comment.photo().equals(photo)
                ? Optional.of(comment)
                : Optional.empty();
    }
}
