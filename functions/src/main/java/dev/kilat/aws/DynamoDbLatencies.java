package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Histogram;
import dev.kilat.live.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Latencies in the connections table, a row an hour and a number a bucket.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `LATENCY#{slug}` | the hour's begin | `b{bucket}`, expires_at (s) |
public final class DynamoDbLatencies implements Latencies {
    private static final Duration KEPT = Duration.ofHours(3);
    private static final String BUCKET = "b";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbLatencies(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(EventSlug event, Instant now, Histogram times) {
        Map<String, AttributeValue> values = new HashMap<>();
        times.buckets()
                .forEach((bucket, count) -> values.put(":" + bucket, Attributes.number(count)));
        String add =
                times.buckets().keySet().stream()
                        .map(bucket -> BUCKET + bucket + " :" + bucket)
                        .collect(Collectors.joining(", "));
        values.put(":expires", Attributes.number(now.plus(KEPT).getEpochSecond()));
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(event, now))
                        .updateExpression("SET expires_at = :expires ADD " + add)
                        .expressionAttributeValues(values));
    }

    @Override
    public Histogram lately(EventSlug event, Instant now) {
        return read(event, now).plus(read(event, now.minus(Duration.ofHours(1))));
    }

    private Histogram read(EventSlug event, Instant hour) {
        Map<Integer, Long> buckets = new HashMap<>();
        dynamo.getItem(get -> get.tableName(table).key(key(event, hour)).consistentRead(true))
                .item()
                .forEach((name, value) -> {
                    if (name.matches(BUCKET + "[0-9]+")) {
                        buckets.put(
                                Integer.valueOf(name.substring(BUCKET.length())),
                                Long.valueOf(value.n()));
                    }
                });
        return new Histogram(buckets);
    }

    private static Map<String, AttributeValue> key(EventSlug event, Instant hour) {
        return Attributes.key("LATENCY#" + event, hour.truncatedTo(ChronoUnit.HOURS).toString());
    }
}
