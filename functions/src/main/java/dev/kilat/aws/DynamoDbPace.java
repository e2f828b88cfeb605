package dev.kilat.aws;

import dev.kilat.live.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// What was told lately, in the connections table, a row a thing.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `PACE#{key}` | `PACE` | window_opens, word_until (both ms), expires_at (s) |
public final class DynamoDbPace implements Pace {
    private static final String OPEN =
            "(attribute_not_exists(window_opens) OR window_opens <= :now)";
    private static final String NO_WORD =
            "(attribute_not_exists(word_until) OR word_until <= :now)";

    /// No longer than a row says anything.
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbPace(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Taken take(String key, Instant now) {
        try {
            tell(key, now, OPEN + " AND " + NO_WORD);
            return Taken.NOW;
        } catch (ConditionalCheckFailedException e) {
            return millis(e, "word_until") > now.toEpochMilli() || !leaveWord(key, now)
                    ? Taken.SEEN_TO
                    : Taken.LATER;
        }
    }

    private boolean leaveWord(String key, Instant now) {
        try {
            update(
                    key,
                    "SET word_until = :until, expires_at = :expires",
                    NO_WORD,
                    Map.of(
                            ":until", millis(now.plus(WORD_HOLDS)),
                            ":expires", Attributes.number(now.plus(KEPT).getEpochSecond()),
                            ":now", millis(now)));
            return true;
        } catch (ConditionalCheckFailedException somebodyDid) {
            return false;
        }
    }

    @Override
    public Reopened reopen(String key, Instant now) {
        try {
            tell(key, now, OPEN);
            return new Reopened.Yours();
        } catch (ConditionalCheckFailedException e) {
            return new Reopened.Closed(Instant.ofEpochMilli(millis(e, "window_opens")));
        }
    }

    @Override
    public void forget(String key) {
        dynamo.updateItem(request ->
                request.tableName(table).key(key(key)).updateExpression("REMOVE word_until"));
    }

    private void tell(String key, Instant now, String condition) {
        update(
                key,
                "SET window_opens = :opens, expires_at = :expires REMOVE word_until",
                condition,
                Map.of(
                        ":opens", millis(now.plus(WINDOW)),
                        ":expires", Attributes.number(now.plus(KEPT).getEpochSecond()),
                        ":now", millis(now)));
    }

    /// @throws ConditionalCheckFailedException with the row that did not match
    private void update(
            String key, String update, String condition, Map<String, AttributeValue> values) {
        dynamo.updateItem(request ->
                request.tableName(table)
                        .key(key(key))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static Map<String, AttributeValue> key(String key) {
        return Attributes.key("PACE#" + key, "PACE");
    }

    private static long millis(ConditionalCheckFailedException e, String name) {
        return e.hasItem() ? Attributes.numberIf(e.item(), name).orElse(0L) : 0;
    }

    private static AttributeValue millis(Instant instant) {
        return Attributes.number(instant.toEpochMilli());
    }
}
