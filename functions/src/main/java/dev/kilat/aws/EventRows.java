package dev.kilat.aws;

import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.textIf;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The rows of an event in the gallery table.
final class EventRows {
    private static final int ROWS_AT_ONCE = 25;

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    EventRows(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// @return whether all are gone by `end`. Whatever rows are left say what is left to do.
    boolean delete(EventSlug event, Instant end) {
        return photos(event, end)
                && rows(event, Keys.totals(event), end)
                && rows(event, Keys.hashes(event), end)
                && rows(event, Keys.waiting(event), end)
                && rows(event, Keys.settled(event), end)
                && rows(event, Keys.changes(event), end);
    }

    /// Who likes a photo, and the photo after it.
    private boolean photos(EventSlug event, Instant end) {
        while (clock.instant().isBefore(end)) {
            List<Map<String, AttributeValue>> found = some(Keys.photos(event));
            if (found.isEmpty()) {
                return true;
            }
            for (Map<String, AttributeValue> photo : found) {
                close(photo);
                PhotoId id = new PhotoId(text(photo, "photo_id"));
                if (!rows(event, Keys.likes(id), end)) {
                    return false;
                }
            }
            forget(event, found);
        }
        return false;
    }

    /// From here on nobody can like it, who may have looked before the purge began.
    private void close(Map<String, AttributeValue> photo) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Attributes.key(text(photo, "pk"), text(photo, "sk")))
                            .updateExpression("SET deleted = :yes")
                            .conditionExpression("attribute_exists(pk) AND deleted <> :yes")
                            .expressionAttributeValues(Map.of(":yes", Attributes.truth(true))));
        } catch (ConditionalCheckFailedException closedOrGone) {
            // By an earlier call, or by another purge of the event.
        }
    }

    private boolean rows(EventSlug event, String partition, Instant end) {
        while (clock.instant().isBefore(end)) {
            List<Map<String, AttributeValue>> found = some(partition);
            if (found.isEmpty()) {
                return true;
            }
            forget(event, found);
        }
        return false;
    }

    private List<Map<String, AttributeValue>> some(String partition) {
        return dynamo.query(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .limit(ROWS_AT_ONCE)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Attributes.text(partition))))
                .items();
    }

    private void forget(EventSlug event, List<Map<String, AttributeValue>> found) {
        List<Map<String, AttributeValue>> elsewhere = new ArrayList<>();
        for (Map<String, AttributeValue> row : found) {
            textIf(row, "photo_id")
                    .map(PhotoId::new)
                    .ifPresent(id -> {
                        elsewhere.add(Keys.photo(id));
                        elsewhere.add(Keys.unfinished(id));
                    });
            elsewhere.addAll(comment(event, row));
        }
        // What only these rows lead to goes before them.
        delete(elsewhere.stream().distinct().toList());
        delete(
                found.stream()
                        .map(row -> Attributes.key(text(row, "pk"), text(row, "sk")))
                        .toList());
    }

    /// The rows of the comment, if this is the change that added one.
    private static List<Map<String, AttributeValue>> comment(
            EventSlug event, Map<String, AttributeValue> row) {
        if (!row.containsKey("comment_id") || row.containsKey("written_at")) {
            return List.of();
        }
        long seq = Long.parseLong(text(row, "sk"));
        return List.of(
                Keys.comment(new PhotoId(text(row, "photo_id")), seq),
                Keys.commentId(new CommentId(text(row, "comment_id"))),
                Keys.commentListed(event, seq));
    }

    private void delete(List<Map<String, AttributeValue>> keys) {
        for (int from = 0; from < keys.size(); from += ROWS_AT_ONCE) {
            deleteAtOnce(keys.subList(from, Math.min(from + ROWS_AT_ONCE, keys.size())));
        }
    }

    private void deleteAtOnce(List<Map<String, AttributeValue>> keys) {
        Map<String, List<WriteRequest>> left =
                Map.of(
                        table,
                        keys.stream()
                                .map(key ->
                                        WriteRequest.builder()
                                                .deleteRequest(delete -> delete.key(key))
                                                .build())
                                .toList());
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> now = left;
            left = dynamo.batchWriteItem(write -> write.requestItems(now)).unprocessedItems();
        }
    }
}
