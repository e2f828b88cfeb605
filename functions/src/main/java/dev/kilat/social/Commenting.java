package dev.kilat.social;

import dev.kilat.photo.Announcer;
import dev.kilat.photo.Change;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What guests say about photos.
public final class Commenting {
    /// The longest comments, so many, still fit into one answer.
    private static final int MOST_SHOWN = 1000;

    private final Comments comments;
    private final Journal journal;
    private final Announcer announcer;
    private final InstantSource clock;

    public Commenting(
            Comments comments, Journal journal, Announcer announcer, InstantSource clock) {
        this.comments = comments;
        this.journal = journal;
        this.announcer = announcer;
        this.clock = clock;
    }

    /// The latest that guests see, oldest first.
    public List<Comment> on(PhotoId photo) {
        return comments.visible(photo, MOST_SHOWN);
    }

    public sealed interface Outcome {
        /// @param comment the first one of this id, however often it is sent
        record Written(Comment comment) implements Outcome {}

        /// The id is that of a comment by somebody else, or on another photo.
        record IdTaken() implements Outcome {}

        /// The photo is no longer to be seen, or the comment was deleted by an admin.
        record Gone() implements Outcome {}
    }

    /// Safe to repeat: the same id by the same writer on the same photo is one comment.
    ///
    /// @param author as signed
    /// @param writer guest id or admin's name
    public Outcome write(
            Photo photo, CommentId id, String writer, @Nullable String author, String content) {
        return switch (comments.find(id)) {
            case Comments.Lookup.Written(Comment first) -> repeated(first, photo, writer);
            case Comments.Lookup.Deleted() -> new Outcome.Gone();
            case Comments.Lookup.Never() ->
                    commit(
                            photo,
                            new Comment(
                                    id,
                                    photo.id(),
                                    0,
                                    author,
                                    content,
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    writer,
                                    false));
        };
    }

    private Outcome commit(Photo photo, Comment comment) {
        Journal.Committed committed =
                journal.append(photo.event(), List.of(new Change.Commented(photo, comment)));
        // Others' changes may be committed with it, even where it is refused.
        committed.upTo().ifPresent(end -> announcer.committed(photo.event(), end));
        if (!committed.photos().isEmpty()) {
            announcer.commented(photo.event(), comment);
            return new Outcome.Written(comment);
        }
        // The same id came first, by another call, or the photo went away.
        return comments.find(comment.id()) instanceof Comments.Lookup.Written(Comment first)
                ? repeated(first, photo, comment.writer())
                : new Outcome.Gone();
    }

    private Outcome repeated(Comment first, Photo photo, String writer) {
        if (!first.photo().equals(photo.id()) || !first.writer().equals(writer)) {
            return new Outcome.IdTaken();
        }
        // Who committed it may have died before telling the pages.
        announcer.committed(photo.event());
        return new Outcome.Written(first);
    }
}
