package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Events that were purged lately, in the gallery table: a row each, `PURGED` / `{slug}`, with
/// when.
final class PurgedRows {
    private static final Duration LATELY = Duration.ofMinutes(2);

    private final DynamoDbClient dynamo;
    private final String table;

    PurgedRows(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    void note(EventSlug event, Instant at) {
        var row = Keys.purged(event);
        row.put("purged_at", Attributes.number(at.toEpochMilli()));
        var lately = Attributes.number(at.minus(LATELY).toEpochMilli());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row)
                            .conditionExpression(
                                    "attribute_not_exists(purged_at) OR purged_at < :lately")
                            .expressionAttributeValues(Map.of(":lately", lately)));
        } catch (ConditionalCheckFailedException noted) {
            // By a call that ended behind this.
        }
    }

    /// And when.
    Map<EventSlug, Instant> before(Instant then) {
        Map<EventSlug, Instant> purged = new HashMap<>();
        dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .filterExpression("purged_at <= :then")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk", text(Keys.PURGED),
                                                ":then", Attributes.number(then.toEpochMilli()))))
                .items()
                .forEach(row ->
                        purged.put(
                                new EventSlug(text(row, "sk")),
                                Instant.ofEpochMilli(number(row, "purged_at"))));
        return purged;
    }

    void forget(EventSlug event) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(Keys.purged(event)));
    }

    /// Whether there is a ticket for the photo. It is written before anybody can bring its object.
    boolean isKnown(PhotoId photo) {
        return dynamo.getItem(
                        get -> get.tableName(table).key(Keys.photo(photo)).consistentRead(true))
                .hasItem();
    }
}
