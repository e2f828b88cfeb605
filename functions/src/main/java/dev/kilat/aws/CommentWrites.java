package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.truth;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Photo;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// What a commit writes of a comment: its row, what lists it in its event, what says that its id is
/// taken, and its photo's count of the comments that guests see.
final class CommentWrites {
    private static final String STILL = "is_hidden = :was";

    private final TableWrites writes;
    private final EventSlug event;

    CommentWrites(TableWrites writes, EventSlug event) {
        this.writes = writes;
        this.event = event;
    }

    /// Refused if any comment has or had the id.
    TransactWriteItem id(Comment comment) {
        return writes.putNew(which(comment), Keys.commentId(comment.id()));
    }

    TransactWriteItem comment(Comment comment) {
        return writes.putNew(
                CommentItem.write(comment), Keys.comment(comment.photo(), comment.seq()));
    }

    TransactWriteItem listed(Comment comment) {
        return writes.putNew(which(comment), Keys.commentListed(event, comment.seq()));
    }

    /// Refused if the photo is deleted.
    TransactWriteItem counted(Photo photo) {
        return writes.update(
                count(photo)
                        .conditionExpression("photo_id = :photo AND deleted = :no")
                        .expressionAttributeValues(
                                Map.of(
                                        ":count",
                                        number(photo.commentCount()),
                                        ":as_of",
                                        number(photo.asOf()),
                                        ":photo",
                                        text(photo.id().value()),
                                        ":no",
                                        truth(false))));
    }

    TransactWriteItem recounted(Photo photo) {
        return writes.update(
                count(photo)
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":count",
                                        number(photo.commentCount()),
                                        ":as_of",
                                        number(photo.asOf()))));
    }

    /// Refused if the comment is gone, or not as the ruling found it.
    TransactWriteItem ruled(Change.Moderated change) {
        Map<String, AttributeValue> key = Keys.comment(change.photo().id(), change.writtenAt());
        return switch (change.ruling()) {
            case HIDE -> hidden(key, true);
            case SHOW -> hidden(key, false);
            case DELETE_SHOWN -> deleted(key, false);
            case DELETE_HIDDEN -> deleted(key, true);
        };
    }

    TransactWriteItem unlisted(Change.Moderated change) {
        return writes.delete(Keys.commentListed(event, change.writtenAt()));
    }

    static boolean deletes(Ruling ruling) {
        return switch (ruling) {
            case HIDE, SHOW -> false;
            case DELETE_SHOWN, DELETE_HIDDEN -> true;
        };
    }

    private TransactWriteItem hidden(Map<String, AttributeValue> key, boolean away) {
        return writes.update(
                Update.builder()
                        .key(key)
                        .updateExpression("SET is_hidden = :now")
                        .conditionExpression(STILL)
                        .expressionAttributeValues(
                                Map.of(":now", truth(away), ":was", truth(!away))));
    }

    private TransactWriteItem deleted(Map<String, AttributeValue> key, boolean wasHidden) {
        return writes.delete(
                Delete.builder()
                        .key(key)
                        .conditionExpression(STILL)
                        .expressionAttributeValues(Map.of(":was", truth(wasHidden))));
    }

    private Update.Builder count(Photo photo) {
        return Update.builder()
                .key(Keys.photoState(event, photo.seq()))
                .updateExpression("SET comment_count = :count, as_of = :as_of");
    }

    private static Map<String, AttributeValue> which(Comment comment) {
        return new Attributes()
                .put("comment_id", comment.id().value())
                .put("photo_id", comment.photo().value())
                .put("seq", comment.seq())
                .map();
    }
}
