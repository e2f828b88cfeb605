package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.truth;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Head;
import dev.kilat.photo.Photo;
import dev.kilat.photo.ProcessingStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// One commit as the items of one transaction: HEAD first, then for each change its CHANGES row and
/// the rows of its photo.
final class ChangeWrites {
    private final TableWrites writes;
    private final CommentWrites comments;
    private final EventSlug event;
    private final Head after;
    private final List<TransactWriteItem> items = new ArrayList<>();

    /// Which change an item's condition speaks for; HEAD's and the CHANGES rows' speak for the
    /// race.
    private final List<Optional<Integer>> speaksFor = new ArrayList<>();

    /// @param epoch of the expected head, as it is stored
    /// @param names under which the changes wait, if they do
    ChangeWrites(
            String table,
            EventSlug event,
            Head expected,
            String epoch,
            List<Change> changes,
            List<String> names) {
        this.writes = new TableWrites(table);
        this.event = event;
        this.comments = new CommentWrites(writes, event);
        int count = changes.stream().mapToInt(ChangeWrites::visibleMore).sum();
        after =
                new Head(
                        expected.epoch(),
                        expected.seq() + changes.size(),
                        expected.photoCount() + count,
                        expected.madeAt());
        add(Optional.empty(), advanceHead(expected, epoch, count, visibleComments(changes)));
        for (int i = 0; i < changes.size(); i++) {
            add(Optional.empty(), log(expected.seq() + 1 + i, changes.get(i)));
            apply(i, changes.get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            add(Optional.of(i), WaitingRows.leaves(writes, event, names.get(i)));
            add(
                    Optional.empty(),
                    WaitingRows.settled(writes, event, names.get(i), expected.seq() + 1 + i));
        }
    }

    List<TransactWriteItem> items() {
        return items;
    }

    Head after() {
        return after;
    }

    Optional<Integer> refusedBy(int item) {
        return speaksFor.get(item);
    }

    private void apply(int index, Change change) {
        Optional<Integer> its = Optional.of(index);
        switch (change) {
            case Change.Added(Photo photo, _) -> {
                add(its, publish(photo));
                add(Optional.empty(), newState(photo));
            }
            case Change.Updated(Photo photo) -> {
                add(its, processed(photo));
                add(its, unfinished(photo));
            }
            case Change.Deleted(Photo photo) -> {
                add(its, deleted(photo, true));
                // The same bytes may be uploaded again, as a new photo.
                add(its, writes.delete(Keys.hash(event, photo.sha256())));
                add(its, writes.delete(Keys.unfinished(photo.id())));
            }
            case Change.Commented(Photo photo, Comment comment) -> {
                add(its, comments.id(comment));
                add(its, comments.counted(photo));
                add(Optional.empty(), comments.comment(comment));
                add(Optional.empty(), comments.listed(comment));
            }
            case Change.Moderated moderated -> {
                add(its, comments.ruled(moderated));
                add(its, comments.recounted(moderated.photo()));
                if (CommentWrites.deletes(moderated.ruling())) {
                    add(its, comments.unlisted(moderated));
                }
            }
            case Change.Restored(Photo photo) -> {
                add(its, deleted(photo, false));
                add(
                        its,
                        writes.put(
                                new Attributes().put("photo_id", photo.id().value()).map(),
                                Keys.hash(event, photo.sha256())));
                if (photo.status() == ProcessingStatus.UPLOADED) {
                    add(its, unfinished(photo));
                }
            }
        }
    }

    private TransactWriteItem advanceHead(Head expected, String epoch, int count, long comments) {
        return writes.update(
                Update.builder()
                        .key(Keys.head(event))
                        .updateExpression(
                                "SET seq = :next, photo_count = photo_count + :count"
                                        + " ADD comment_count :comments")
                        .conditionExpression("seq = :expected AND epoch = :epoch")
                        .expressionAttributeValues(
                                Map.of(
                                        ":next", number(after.seq()),
                                        ":count", number(count),
                                        ":comments", number(comments),
                                        ":expected", number(expected.seq()),
                                        ":epoch", text(epoch))));
    }

    /// By how many the comments that guests see in the event become more.
    private static long visibleComments(List<Change> changes) {
        return changes.stream()
                .mapToLong(change ->
                        switch (change) {
                            case Change.Added _, Change.Updated _ -> 0;
                            case Change.Commented _ -> 1;
                            case Change.Moderated(Photo photo, _, _, var ruling) ->
                                    photo.deleted() ? 0 : ruling.visibleMore;
                            case Change.Deleted(Photo photo) -> -photo.commentCount();
                            case Change.Restored(Photo photo) -> photo.commentCount();
                        })
                .sum();
    }

    private TransactWriteItem log(long seq, Change change) {
        return writes.putNew(ChangeItem.write(change), Keys.change(event, seq));
    }

    private TransactWriteItem publish(Photo photo) {
        return writes.update(
                Update.builder()
                        .key(Keys.photo(photo.id()))
                        .updateExpression("SET seq = :seq")
                        .conditionExpression(
                                "attribute_exists(pk) AND attribute_not_exists(seq)"
                                        + " AND attribute_not_exists(#error)")
                        .expressionAttributeNames(Map.of("#error", "error"))
                        .expressionAttributeValues(Map.of(":seq", number(photo.seq()))));
    }

    private TransactWriteItem newState(Photo photo) {
        return writes.putNew(
                PhotoItem.write(new Attributes(), photo).map(),
                Keys.photoState(event, photo.seq()));
    }

    private TransactWriteItem processed(Photo photo) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":status", text(photo.status().name()));
        values.put(":ready", text(ProcessingStatus.THUMBNAILS_READY.name()));
        values.put(":no", truth(false));
        values.put(":photo", text(photo.id().value()));
        values.put(":as_of", number(photo.asOf()));
        StringBuilder set = new StringBuilder("SET processing_status = :status, as_of = :as_of");
        if (photo.thumbnails() != null) {
            set.append(", thumbnails = :thumbnails");
            values.put(":thumbnails", PhotoItem.thumbnails(photo.thumbnails()));
        }
        if (photo.thumbhash() != null) {
            set.append(", thumbhash = :thumbhash");
            values.put(":thumbhash", text(photo.thumbhash()));
        }
        if (photo.processingError() == null) {
            set.append(" REMOVE processing_error");
        } else {
            set.append(", processing_error = :error");
            values.put(":error", text(photo.processingError()));
        }
        return writes.update(
                Update.builder()
                        .key(Keys.photoState(event, photo.seq()))
                        .updateExpression(set.toString())
                        .conditionExpression(
                                "photo_id = :photo AND deleted = :no"
                                        + " AND processing_status <> :ready"
                                        + " AND processing_status <> :status")
                        .expressionAttributeValues(values));
    }

    private TransactWriteItem unfinished(Photo photo) {
        Map<String, AttributeValue> key = Keys.unfinished(photo.id());
        return photo.status() == ProcessingStatus.UPLOADED
                ? writes.put(Map.of(), key)
                : writes.delete(key);
    }

    private TransactWriteItem deleted(Photo photo, boolean gone) {
        return writes.update(
                Update.builder()
                        .key(Keys.photoState(event, photo.seq()))
                        .updateExpression("SET deleted = :gone, as_of = :as_of")
                        .conditionExpression("photo_id = :photo AND deleted = :was")
                        .expressionAttributeValues(
                                Map.of(
                                        ":gone", truth(gone),
                                        ":as_of", number(photo.asOf()),
                                        ":photo", text(photo.id().value()),
                                        ":was", truth(!gone))));
    }

    private static int visibleMore(Change change) {
        return switch (change) {
            case Change.Added _, Change.Restored _ -> 1;
            case Change.Updated _, Change.Commented _, Change.Moderated _ -> 0;
            case Change.Deleted _ -> -1;
        };
    }

    private void add(Optional<Integer> its, TransactWriteItem item) {
        items.add(item);
        speaksFor.add(its);
    }
}
