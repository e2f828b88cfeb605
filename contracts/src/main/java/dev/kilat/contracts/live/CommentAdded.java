package dev.kilat.contracts.live;

import dev.kilat.contracts.http.Comment;

/// A photo has a new comment.
public record CommentAdded(String type, long seq, String photoId, Comment comment)
        implements LiveEvent {
    public static final String TYPE = "comment:added";

    public CommentAdded(long seq, String photoId, Comment comment) {
        this(TYPE, seq, photoId, comment);
    }
}
