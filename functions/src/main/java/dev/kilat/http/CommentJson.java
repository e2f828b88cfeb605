package dev.kilat.http;

import dev.kilat.contracts.http.ModeratedComment;
import dev.kilat.photo.Comment;
import java.util.List;

/// Comments as the contracts want them. Who wrote one stays with us.
final class CommentJson {
    private CommentJson() {}

    static List<dev.kilat.contracts.http.Comment> all(List<Comment> comments) {
        return comments.stream().map(CommentJson::of).toList();
    }

    static dev.kilat.contracts.http.Comment of(Comment comment) {
        return new dev.kilat.contracts.http.Comment(
                comment.id().value(),
                comment.photo().value(),
                comment.author(),
                comment.content(),
                comment.createdAt());
    }

    static ModeratedComment forAdmins(Comment comment) {
        return new ModeratedComment(
                comment.id().value(),
                comment.photo().value(),
                comment.author(),
                comment.content(),
                comment.createdAt(),
                comment.hidden());
    }
}
