package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.numberIf;
import static dev.kilat.aws.Attributes.text;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.WaitingChanges.Fate;
import dev.kilat.photo.WaitingChanges.Left;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Changes that wait to be committed, in the gallery table.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `WAITING#{slug}` | a ULID | change, comment (a comment's own), fate (the seq; 0 if refused), expires_at (s) |
final class WaitingRows {
    /// Much longer than any writer waits.
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String UNDECIDED = "attribute_exists(pk) AND attribute_not_exists(fate)";

    /// What is decided needs its change no more, and a comment's text is to be in one place only.
    private static final String DECIDE = "SET fate = :fate REMOVE #change, #comment";

    private static final Map<String, String> NAMES =
            Map.of("#change", "change", "#comment", "comment");
    private static final long REFUSED = 0;
    private static final int A_FEW = 10;

    private final DynamoDbClient dynamo;
    private final String table;

    WaitingRows(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The change becomes a part of the log.
    static TransactWriteItem commit(TableWrites writes, EventSlug event, String name, long seq) {
        return writes.update(
                Update.builder()
                        .key(Keys.waiting(event, name))
                        .updateExpression(DECIDE)
                        .conditionExpression(UNDECIDED)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(Map.of(":fate", number(seq))));
    }

    String leave(EventSlug event, Change change) {
        Ulid name = UlidCreator.getMonotonicUlid();
        Attributes item =
                Attributes.of(Keys.waiting(event), name.toString())
                        .put("change", AttributeValue.fromM(ChangeItem.write(change)))
                        .put("expires_at", name.getInstant().plus(KEPT).getEpochSecond());
        if (change instanceof Change.Commented(var _, var comment)) {
            item.put("comment", AttributeValue.fromM(CommentItem.write(comment)));
        }
        dynamo.putItem(put -> put.tableName(table).item(item.map()));
        return name.toString();
    }

    List<Left> some(EventSlug event, int limit) {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                // Beside those, some that are decided and not forgotten yet.
                                .limit(limit + A_FEW)
                                .keyConditionExpression("pk = :pk")
                                .filterExpression("attribute_not_exists(fate)")
                                .expressionAttributeValues(
                                        Map.of(":pk", text(Keys.waiting(event)))))
                .items()
                .stream()
                .limit(limit)
                .map(item -> new Left(text(item, "sk"), change(item)))
                .toList();
    }

    private static Change change(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> change =
                new HashMap<>(Objects.requireNonNull(item.get("change")).m());
        // Its number is not known yet.
        change.put("sk", text("0"));
        Optional<Map<String, AttributeValue>> comment =
                Optional.ofNullable(item.get("comment")).map(AttributeValue::m);
        return ChangeItem.read(change, _ -> comment).change();
    }

    Fate fate(EventSlug event, String name) {
        var answer =
                dynamo.getItem(get ->
                        get.tableName(table).key(Keys.waiting(event, name)).consistentRead(true));
        if (!answer.hasItem()) {
            return new Fate.Refused();
        }
        Optional<Long> fate = numberIf(answer.item(), "fate");
        return fate.<Fate>map(seq -> seq == REFUSED ? new Fate.Refused() : new Fate.Committed(seq))
                .orElseGet(Fate.Undecided::new);
    }

    void refuse(EventSlug event, String name) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Keys.waiting(event, name))
                            .updateExpression(DECIDE)
                            .conditionExpression(UNDECIDED)
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(Map.of(":fate", number(REFUSED))));
        } catch (ConditionalCheckFailedException decided) {
            // By a writer who was quicker.
        }
    }

    void forget(EventSlug event, String name) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(Keys.waiting(event, name)));
    }
}
