package dev.kilat.aws;

import dev.kilat.identity.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Rate limits on the gallery table: a row holds when the actions within the window were, and is
/// replaced only as it was read. Each lost race means that somebody else's action was counted, so
/// nobody loses more races than the limit allows.
public final class DynamoDbRateLimit implements RateLimit {
    private static final String VERSION = "version";
    private static final String HITS = "hits";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public DynamoDbRateLimit(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Verdict hit(String what, String who, int limit, Duration window) {
        Map<String, AttributeValue> key = Keys.rate(what, digest(who));
        while (true) {
            Instant now = clock.instant();
            Row row = read(key, now.minus(window));
            if (row.hits().size() >= limit) {
                Instant oldest = row.hits().get(row.hits().size() - limit);
                return new Verdict.Limited(Duration.between(now, oldest.plus(window)));
            }
            if (replace(key, row, now, window)) {
                return new Verdict.Allowed();
            }
        }
    }

    @Override
    public void forget(String what, String who) {
        Map<String, AttributeValue> key = Keys.rate(what, digest(who));
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    /// @param hits behind the window's start, oldest first
    private record Row(long version, List<Instant> hits) {}

    private Row read(Map<String, AttributeValue> key, Instant start) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        AttributeValue hits = item.getOrDefault(HITS, AttributeValue.fromL(List.of()));
        return new Row(
                Attributes.numberIf(item, VERSION).orElse(0L),
                hits.l().stream()
                        .map(hit -> Instant.ofEpochMilli(Long.parseLong(hit.n())))
                        .filter(start::isBefore)
                        .sorted()
                        .toList());
    }

    private boolean replace(
            Map<String, AttributeValue> key, Row row, Instant now, Duration window) {
        List<AttributeValue> hits = new ArrayList<>();
        row.hits().forEach(hit -> hits.add(Attributes.number(hit.toEpochMilli())));
        hits.add(Attributes.number(now.toEpochMilli()));
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key)
                            .updateExpression(
                                    "SET hits = :hits, version = :next, expires_at = :end")
                            .conditionExpression("version = :seen OR attribute_not_exists(version)")
                            .expressionAttributeValues(
                                    Map.of(
                                            ":hits",
                                            AttributeValue.fromL(hits),
                                            ":seen",
                                            Attributes.number(row.version()),
                                            ":next",
                                            Attributes.number(row.version() + 1),
                                            ":end",
                                            Attributes.number(
                                                    now.plus(window).getEpochSecond() + 1))));
            return true;
        } catch (ConditionalCheckFailedException lostRace) {
            return false;
        }
    }

    /// Keys have a longest length, names that strangers send have not.
    private static String digest(String who) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(who.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
