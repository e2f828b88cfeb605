package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Feed;
import dev.kilat.live.Senders;
import dev.kilat.live.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The senders' leases in the connections table, a row a feed.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `SENDER#{slug}` | `{epoch}` | lease_owner, lease_until, sent, wanted, window_opens, expires_at |
///
/// All times but `expires_at` are in milliseconds.
public final class DynamoDbSenders implements Senders {
    /// Afterwards it is as if nothing had been sent.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /// As `sent`: nobody has noted yet what was sent.
    private static final long UNKNOWN = -1;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbSenders(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Taken take(Feed feed, String owner, Instant now, Instant until) {
        try {
            var row =
                    update(
                            feed,
                            "SET lease_owner = :owner, lease_until = :until, expires_at = :expires",
                            "attribute_not_exists(lease_owner) OR lease_owner = :owner"
                                    + " OR lease_until <= :now",
                            lease(owner, now, until));
            return new Taken.Yours(turn(owner, row));
        } catch (ConditionalCheckFailedException e) {
            return new Taken.Held();
        }
    }

    /// One write where nobody died: it takes a lease that is free, and leaves word with one that is
    /// held.
    @Override
    public Taken ask(Feed feed, String owner, long seq, Instant now, Instant until) {
        Map<String, AttributeValue> values = new HashMap<>(lease(owner, now, until));
        values.put(":seq", Attributes.number(seq));
        while (true) {
            try {
                var row =
                        update(
                                feed,
                                "SET wanted = :seq, expires_at = :expires,"
                                        + " lease_owner = if_not_exists(lease_owner, :owner),"
                                        + " lease_until = if_not_exists(lease_until, :until)",
                                "(attribute_not_exists(wanted) OR wanted < :seq)"
                                        + " AND (attribute_not_exists(lease_owner)"
                                        + " OR lease_until > :now)",
                                values);
                return Attributes.text(row, "lease_owner").equals(owner)
                        ? new Taken.Yours(turn(owner, row))
                        : new Taken.Held();
            } catch (ConditionalCheckFailedException e) {
                if (e.hasItem()
                        && e.item().containsKey("lease_owner")
                        && number(e.item(), "lease_until", 0) > now.toEpochMilli()) {
                    // So much or more is wanted already.
                    return new Taken.Held();
                }
            }
            if (take(feed, owner, now, until) instanceof Taken.Yours yours) {
                return yours;
            }
        }
    }

    @Override
    public Released release(Feed feed, Turn turn) {
        try {
            update(
                    feed,
                    "SET sent = :sent, window_opens = :opens REMOVE lease_owner, lease_until",
                    "lease_owner = :owner AND (attribute_not_exists(wanted) OR wanted <= :sent)",
                    progress(turn));
            return Released.FREE;
        } catch (ConditionalCheckFailedException e) {
            AttributeValue owner = e.hasItem() ? e.item().get("lease_owner") : null;
            return owner != null && owner.s().equals(turn.owner())
                    ? Released.MORE_WANTED
                    : Released.LOST;
        }
    }

    @Override
    public boolean keep(Feed feed, Turn turn, Instant until) {
        Map<String, AttributeValue> values = new HashMap<>(progress(turn));
        values.put(":until", millis(until));
        try {
            update(
                    feed,
                    "SET sent = :sent, window_opens = :opens, lease_until = :until",
                    "lease_owner = :owner",
                    values);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /// @return the row after the update
    /// @throws ConditionalCheckFailedException with the row that did not match, if there is one
    private Map<String, AttributeValue> update(
            Feed feed, String update, String condition, Map<String, AttributeValue> values) {
        return dynamo.updateItem(request ->
                        request.tableName(table)
                                .key(Attributes.key(partition(feed.event()), feed.epoch()))
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.ALL_NEW)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
    }

    static String partition(EventSlug event) {
        return "SENDER#" + event;
    }

    private static Map<String, AttributeValue> lease(String owner, Instant now, Instant until) {
        return Map.of(
                ":owner", Attributes.text(owner),
                ":until", millis(until),
                ":expires", Attributes.number(until.plus(REMEMBERED).getEpochSecond()),
                ":now", millis(now));
    }

    private static Map<String, AttributeValue> progress(Turn turn) {
        return Map.of(
                ":owner", Attributes.text(turn.owner()),
                ":sent", Attributes.number(turn.sent().orElse(UNKNOWN)),
                ":opens", millis(turn.windowOpens()));
    }

    private static Turn turn(String owner, Map<String, AttributeValue> row) {
        long sent = number(row, "sent", UNKNOWN);
        return new Turn(
                owner,
                sent == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(sent),
                Instant.ofEpochMilli(number(row, "window_opens", 0)));
    }

    private static long number(Map<String, AttributeValue> row, String name, long absent) {
        return Attributes.numberIf(row, name).orElse(absent);
    }

    private static AttributeValue millis(Instant instant) {
        return Attributes.number(instant.toEpochMilli());
    }
}
