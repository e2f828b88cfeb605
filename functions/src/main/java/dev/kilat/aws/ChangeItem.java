package dev.kilat.aws;

import static dev.kilat.aws.Attributes.instantIf;
import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.photo.Change;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Photo;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A change as its CHANGES row. Of a comment the row says only which: the log outlives the text.
final class ChangeItem {
    private ChangeItem() {}

    static Map<String, AttributeValue> write(Change change) {
        Attributes item =
                new Attributes()
                        .put("photo_id", change.photo().id().value())
                        .put(
                                "payload",
                                AttributeValue.fromM(
                                        PhotoItem.write(new Attributes(), change.photo()).map()));
        switch (change) {
            case Change.Added(Photo _, Instant heardAt) ->
                    item.put("type", "added").put("heard_at", heardAt);
            case Change.Updated _ -> item.put("type", "updated");
            case Change.Deleted _ -> item.put("type", "deleted");
            case Change.Restored _ -> item.put("type", "restored");
            case Change.Commented(Photo _, Comment comment) ->
                    item.put("type", "commented").put("comment_id", comment.id().value());
            case Change.Moderated(Photo _, CommentId id, long writtenAt, Ruling ruling) ->
                    item.put("type", "moderated")
                            .put("comment_id", id.value())
                            .put("written_at", writtenAt)
                            .put("ruling", ruling.name());
        }
        return item.map();
    }

    /// @param rows reads a row strongly
    static Change.Logged read(
            Map<String, AttributeValue> item,
            Function<Map<String, AttributeValue>, Optional<Map<String, AttributeValue>>> rows) {
        long seq = Long.parseLong(text(item, "sk"));
        Photo photo = PhotoItem.read(Objects.requireNonNull(item.get("payload")).m());
        String type = text(item, "type");
        Change change =
                switch (type) {
                    case "added" -> new Change.Added(photo, heardAt(item, photo));
                    case "updated" -> new Change.Updated(photo);
                    case "deleted" -> new Change.Deleted(photo);
                    case "restored" -> new Change.Restored(photo);
                    case "commented" ->
                            commented(
                                    photo,
                                    comment(item),
                                    seq,
                                    rows.apply(Keys.comment(photo.id(), seq))
                                            .map(CommentItem::read));
                    case "moderated" ->
                            new Change.Moderated(
                                    photo,
                                    comment(item),
                                    number(item, "written_at"),
                                    Ruling.valueOf(text(item, "ruling")));
                    default -> throw new IllegalStateException("unknown change type " + type);
                };
        return new Change.Logged(seq, change);
    }

    /// Rows of before this was noted are still read, and tell at least when the ticket was given.
    private static Instant heardAt(Map<String, AttributeValue> item, Photo photo) {
        return instantIf(item, "heard_at").orElse(photo.createdAt());
    }

    private static Change commented(Photo photo, CommentId id, long seq, Optional<Comment> now) {
        if (now.isEmpty()) {
            return new Change.Moderated(photo, id, seq, Ruling.DELETE_SHOWN);
        }
        return now.get().hidden()
                ? new Change.Moderated(photo, id, seq, Ruling.HIDE)
                : new Change.Commented(photo, now.get());
    }

    private static CommentId comment(Map<String, AttributeValue> item) {
        return new CommentId(text(item, "comment_id"));
    }
}
