package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Histogram;
import dev.kilat.live.PublishTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How long photos took, in the connections table, a row an hour.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `PUBLISHED#{slug}` | `{hour}` | b{bucket}: how often; expires_at (s) |
public final class DynamoDbPublishTimes implements PublishTimes {
    private static final Duration KEPT = Duration.ofHours(3);
    private static final String BUCKET = "b";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbPublishTimes(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(EventSlug event, List<Duration> took, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":end", number(now.plus(KEPT).getEpochSecond()));
        StringBuilder add = new StringBuilder();
        Map<Integer, Long> counts = new HashMap<>();
        took.forEach(time -> counts.merge(Histogram.bucket(time), 1L, Long::sum));
        counts.forEach((bucket, count) -> {
            add.append(add.isEmpty() ? " ADD " : ", ").append(BUCKET).append(bucket);
            add.append(" :").append(BUCKET).append(bucket);
            values.put(":" + BUCKET + bucket, number(count));
        });
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(Attributes.key(partition(event), hour(now)))
                        .updateExpression("SET expires_at = :end" + add)
                        .expressionAttributeValues(values));
    }

    @Override
    public Histogram lately(EventSlug event, Instant now) {
        Map<Integer, Long> counts = new HashMap<>();
        dynamo.query(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk AND sk >= :hour")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk", text(partition(event)),
                                                ":hour",
                                                        text(
                                                                hour(
                                                                        now.minus(
                                                                                Duration.ofHours(
                                                                                        1)))))))
                .items()
                .forEach(row ->
                        row.forEach((name, value) -> {
                            if (name.matches(BUCKET + "[0-9]+")) {
                                counts.merge(
                                        Integer.valueOf(name.substring(BUCKET.length())),
                                        Long.valueOf(value.n()),
                                        Long::sum);
                            }
                        }));
        return new Histogram(counts);
    }

    static String partition(EventSlug event) {
        return "PUBLISHED#" + event;
    }

    private static String hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).toString();
    }
}
