package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
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
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Changes that wait to be committed, in the gallery table, and what became of them. Apart from
/// each other, so that who looks for the oldest does not read all that were settled lately.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `WAITING#{slug}` | a ULID | change, comment (a comment's own), expires_at (s) |
/// | `SETTLED#{slug}` | the same | seq (0 if refused), expires_at (s) |
final class WaitingRows {
    /// Much longer than any writer waits.
    private static final Duration KEPT = Duration.ofHours(1);

    private static final long REFUSED = 0;

    private final DynamoDbClient dynamo;
    private final String table;
    private final TableWrites writes;

    WaitingRows(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.writes = new TableWrites(table);
    }

    /// The change waits no longer; fails if it does not wait.
    static TransactWriteItem leaves(TableWrites writes, EventSlug event, String name) {
        return writes.delete(
                Delete.builder()
                        .key(Keys.waiting(event, name))
                        .conditionExpression("attribute_exists(pk)"));
    }

    /// @param seq that the change has in the log
    static TransactWriteItem settled(TableWrites writes, EventSlug event, String name, long seq) {
        return writes.put(
                new Attributes().put("seq", seq).put("expires_at", end(Ulid.from(name))).map(),
                Keys.settled(event, name));
    }

    private static long end(Ulid name) {
        return name.getInstant().plus(KEPT).getEpochSecond();
    }

    String leave(EventSlug event, Change change) {
        Ulid name = UlidCreator.getMonotonicUlid();
        Attributes item =
                Attributes.of(Keys.waiting(event), name.toString())
                        .put("change", AttributeValue.fromM(ChangeItem.write(change)))
                        .put("expires_at", end(name));
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
                                .limit(limit)
                                .keyConditionExpression("pk = :pk")
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
                        get.tableName(table).key(Keys.settled(event, name)).consistentRead(true));
        if (!answer.hasItem()) {
            return new Fate.Undecided();
        }
        long seq = number(answer.item(), "seq");
        return seq == REFUSED ? new Fate.Refused() : new Fate.Committed(seq);
    }

    void refuse(EventSlug event, String name) {
        try {
            dynamo.transactWriteItems(request ->
                    request.transactItems(
                            leaves(writes, event, name), settled(writes, event, name, REFUSED)));
        } catch (TransactionCanceledException decided) {
            // By a writer who was quicker; who is not done yet is met again.
        }
    }
}
