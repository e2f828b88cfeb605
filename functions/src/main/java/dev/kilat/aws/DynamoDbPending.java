package dev.kilat.aws;

import static dev.kilat.aws.Attributes.instantIf;
import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.numberIf;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.textIf;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Tickets on the gallery table: the PHOTO row, the SHA row that makes its bytes unique in the
/// event, and a row in the list of the unfinished.
public final class DynamoDbPending implements PendingPhotos {
    private final DynamoDbClient dynamo;
    private final String table;
    private final TableWrites writes;

    public DynamoDbPending(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.writes = new TableWrites(table);
    }

    @Override
    public Claim claim(Pending photo) {
        Map<String, AttributeValue> hash = Keys.hash(photo.event(), photo.sha256());
        hash.put("photo_id", Attributes.text(photo.id().value()));
        TransactWriteItem unique =
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(table)
                                        .item(hash)
                                        .conditionExpression("attribute_not_exists(pk)")
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build();
        while (true) {
            try {
                dynamo.transactWriteItems(request ->
                        request.transactItems(
                                unique, put(write(photo)), put(Keys.unfinished(photo.id()))));
                return new Claim.Claimed();
            } catch (TransactionCanceledException cancelled) {
                var reason = cancelled.cancellationReasons().getFirst();
                if ("ConditionalCheckFailed".equals(reason.code())) {
                    return new Claim.Taken(new PhotoId(text(reason.item(), "photo_id")));
                }
                if (cancelled.cancellationReasons().stream()
                        .noneMatch(each -> "TransactionConflict".equals(each.code()))) {
                    throw cancelled;
                }
                // Two offers of the same bytes met; one of them is stored by now.
            }
        }
    }

    @Override
    public Optional<Pending> ticket(PhotoId id) {
        return Optional.of(
                        dynamo.getItem(get ->
                                get.tableName(table).key(Keys.photo(id)).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> read(answer.item()));
    }

    @Override
    public boolean fail(PhotoId id, String error) {
        try {
            // Both or neither: who died between them would be met by Reconcile for good.
            dynamo.transactWriteItems(request ->
                    request.transactItems(failed(id, error), writes.delete(Keys.unfinished(id))));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed"
                    .equals(cancelled.cancellationReasons().getFirst().code())) {
                return false;
            }
            throw cancelled;
        }
    }

    private TransactWriteItem failed(PhotoId id, String error) {
        return writes.update(
                Update.builder()
                        .key(Keys.photo(id))
                        .updateExpression("SET #error = :error")
                        .conditionExpression(
                                "attribute_exists(pk) AND attribute_not_exists(seq)"
                                        + " AND attribute_not_exists(#error)")
                        .expressionAttributeNames(Map.of("#error", "error"))
                        .expressionAttributeValues(Map.of(":error", Attributes.text(error))));
    }

    @Override
    public void abandon(PhotoId id) {
        Optional<Pending> ticket = ticket(id);
        if (ticket.isPresent()) {
            Pending photo = ticket.get();
            try {
                dynamo.transactWriteItems(request ->
                        request.transactItems(
                                writes.delete(
                                        Delete.builder()
                                                .key(Keys.photo(id))
                                                .conditionExpression("attribute_not_exists(seq)")),
                                writes.delete(Keys.hash(photo.event(), photo.sha256()))));
            } catch (TransactionCanceledException published) {
                // Or somebody writes to it just now: it stays on the list of the unfinished.
                return;
            }
        }
        dynamo.deleteItem(delete -> delete.tableName(table).key(Keys.unfinished(id)));
    }

    @Override
    public int attempt(PhotoId id) {
        return (int)
                number(
                        dynamo.updateItem(update ->
                                        update.tableName(table)
                                                .key(Keys.photo(id))
                                                .updateExpression("ADD attempts :one")
                                                .conditionExpression("attribute_exists(pk)")
                                                .expressionAttributeValues(
                                                        Map.of(":one", Attributes.number(1)))
                                                .returnValues(ReturnValue.UPDATED_NEW))
                                .attributes(),
                        "attempts");
    }

    @Override
    public void startOver(PhotoId id) {
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(Keys.photo(id))
                        .updateExpression("REMOVE attempts")
                        .conditionExpression("attribute_exists(pk)"));
    }

    @Override
    public List<PhotoId> unfinished(Instant asked, Instant now, int limit) {
        // Ids are ULIDs: all made before an instant sort before the smallest ULID of that instant.
        String end = Ulid.min(asked.toEpochMilli()).toString();
        List<PhotoId> ids = new ArrayList<>();
        for (int shard = 0; shard < Keys.UNFINISHED_SHARDS; shard++) {
            Map<String, AttributeValue> values =
                    Map.of(
                            ":pk", Attributes.text(Keys.unfinished(shard)),
                            ":end", Attributes.text(end),
                            ":now", Attributes.number(now.getEpochSecond()));
            dynamo
                    .queryPaginator(query ->
                            query.tableName(table)
                                    .consistentRead(true)
                                    .keyConditionExpression("pk = :pk AND sk < :end")
                                    .filterExpression(
                                            "attribute_not_exists(not_before)"
                                                    + " OR not_before <= :now")
                                    .expressionAttributeValues(values))
                    .items()
                    .stream()
                    .limit(limit)
                    .forEach(item -> ids.add(new PhotoId(text(item, "sk"))));
        }
        return ids.stream().sorted(Comparator.comparing(PhotoId::value)).limit(limit).toList();
    }

    @Override
    public void postpone(PhotoId id, Instant until) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Keys.unfinished(id))
                            .updateExpression("SET not_before = :until")
                            .conditionExpression("attribute_exists(pk)")
                            .expressionAttributeValues(
                                    Map.of(":until", Attributes.number(until.getEpochSecond()))));
        } catch (ConditionalCheckFailedException finished) {
            // Nothing to leave alone any more.
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    private static Map<String, AttributeValue> write(Pending photo) {
        Map<String, AttributeValue> item =
                new Attributes()
                        .put("photo_id", photo.id().value())
                        .put("event_slug", photo.event().value())
                        .put("file_name", photo.fileName())
                        .put("content_type", photo.contentType())
                        .put("size", photo.size())
                        .put("sha256", photo.sha256())
                        .put("width", photo.width())
                        .put("height", photo.height())
                        .put("thumbhash", photo.thumbhash())
                        .put("taken_at", photo.takenAt())
                        .put("uploaded_by", photo.uploadedBy())
                        .put("created_at", photo.createdAt())
                        .map();
        item.putAll(Keys.photo(photo.id()));
        return item;
    }

    private static Pending read(Map<String, AttributeValue> item) {
        return new Pending(
                new PhotoId(text(item, "photo_id")),
                new EventSlug(text(item, "event_slug")),
                text(item, "file_name"),
                text(item, "content_type"),
                number(item, "size"),
                text(item, "sha256"),
                numberIf(item, "width").map(Math::toIntExact).orElse(null),
                numberIf(item, "height").map(Math::toIntExact).orElse(null),
                textIf(item, "thumbhash").orElse(null),
                instantIf(item, "taken_at").orElse(null),
                text(item, "uploaded_by"),
                Objects.requireNonNull(instantIf(item, "created_at").orElse(null)),
                item.containsKey("seq")
                        ? new Pending.State.Published()
                        : textIf(item, "error")
                                .<Pending.State>map(Pending.State.Failed::new)
                                .orElseGet(Pending.State.Waiting::new));
    }
}
