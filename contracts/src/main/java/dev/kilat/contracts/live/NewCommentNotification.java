package dev.kilat.contracts.live;

import dev.kilat.contracts.http.Comment;

/// Tells the admins of a comment, in the room `admin`.
public record NewCommentNotification(String type, String photoId, String eventSlug, Comment comment)
        implements LiveEvent {
    public static final String TYPE = "notification:new-comment";

    public NewCommentNotification(String photoId, String eventSlug, Comment comment) {
        this(TYPE, photoId, eventSlug, comment);
    }
}
