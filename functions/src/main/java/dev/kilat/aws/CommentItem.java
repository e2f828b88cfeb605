package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.textIf;

import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A comment as DynamoDB attributes: in its COMMENTS row and nowhere else, so that deleting that
/// row deletes the text.
final class CommentItem {
    private CommentItem() {}

    static Map<String, AttributeValue> write(Comment comment) {
        return new Attributes()
                .put("comment_id", comment.id().value())
                .put("photo_id", comment.photo().value())
                .put("seq", comment.seq())
                .put("author_name", comment.author())
                .put("content", comment.content())
                .put("created_at", comment.createdAt())
                .put("writer", comment.writer())
                .put("is_hidden", Attributes.truth(comment.hidden()))
                .map();
    }

    static Comment read(Map<String, AttributeValue> item) {
        return new Comment(
                new CommentId(text(item, "comment_id")),
                new PhotoId(text(item, "photo_id")),
                number(item, "seq"),
                textIf(item, "author_name").orElse(null),
                text(item, "content"),
                Instant.parse(text(item, "created_at")),
                text(item, "writer"),
                Objects.requireNonNull(item.get("is_hidden")).bool());
    }
}
