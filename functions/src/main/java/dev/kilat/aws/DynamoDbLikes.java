package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.truth;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Photo;
import dev.kilat.social.Likes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Likes on the gallery table: one transaction writes the guest's row, the photo's count and the
/// event's, or none of them. It touches nothing that a commit to the change log needs.
public final class DynamoDbLikes implements Likes {
    private static final int MOST_TRIES = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final DynamoDbClient dynamo;
    private final String table;
    private final Pause pause;
    private final RandomGenerator random;

    /// @param random for any number of threads
    public DynamoDbLikes(DynamoDbClient dynamo, String table, Pause pause, RandomGenerator random) {
        this.dynamo = dynamo;
        this.table = table;
        this.pause = pause;
        this.random = random;
    }

    @Override
    public OptionalLong like(Photo photo, String who) {
        return change(photo, 1, newRow(Attributes.of(Keys.likes(photo.id()), who).map()));
    }

    @Override
    public OptionalLong unlike(Photo photo, String who) {
        return change(photo, -1, goneRow(Attributes.key(Keys.likes(photo.id()), who)));
    }

    /// @param row fails by its condition if there is nothing to change
    private OptionalLong change(Photo photo, int by, TransactWriteItem row) {
        List<TransactWriteItem> items = List.of(row, photoCount(photo, by), total(photo, by));
        for (int races = 0; races < MOST_TRIES; races++) {
            try {
                dynamo.transactWriteItems(request -> request.transactItems(items));
                return count(photo);
            } catch (TransactionCanceledException cancelled) {
                List<String> codes =
                        cancelled.cancellationReasons().stream()
                                .map(reason -> Objects.requireNonNullElse(reason.code(), "None"))
                                .toList();
                if (codes.contains("ConditionalCheckFailed")) {
                    return count(photo);
                }
                if (!codes.stream().allMatch(DynamoDbLikes::passes)) {
                    throw cancelled;
                }
                pause.sleep(jitter(races));
            }
        }
        throw new IllegalStateException("too many like " + photo.id() + " at once");
    }

    /// Many like one photo: their transactions meet, and all but one have to come again.
    private static boolean passes(String code) {
        return switch (code) {
            case "None",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded" ->
                    true;
            default -> false;
        };
    }

    private Duration jitter(int races) {
        long ceiling = Math.min(LONGEST_PAUSE.toMillis(), 8L << Math.min(races, 10));
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    private OptionalLong count(Photo photo) {
        var row =
                dynamo.getItem(get ->
                        get.tableName(table)
                                .key(Keys.photoState(photo.event(), photo.seq()))
                                .consistentRead(true));
        return row.hasItem() && !Objects.requireNonNull(row.item().get("deleted")).bool()
                ? OptionalLong.of(number(row.item(), "like_count"))
                : OptionalLong.empty();
    }

    @Override
    public long total(EventSlug event) {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Attributes.text(Keys.totals(event)))))
                .items()
                .stream()
                .mapToLong(row -> Attributes.numberIf(row, "like_count").orElse(0L))
                .sum();
    }

    private TransactWriteItem newRow(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem goneRow(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(table)
                                .key(key)
                                .conditionExpression("attribute_exists(pk)"))
                .build();
    }

    private TransactWriteItem photoCount(Photo photo, int by) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(Keys.photoState(photo.event(), photo.seq()))
                                .updateExpression("ADD like_count :by")
                                .conditionExpression("deleted = :no")
                                .expressionAttributeValues(
                                        Map.of(":by", number(by), ":no", truth(false))))
                .build();
    }

    private TransactWriteItem total(Photo photo, int by) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(Keys.total(photo.event(), photo.id()))
                                .updateExpression("ADD like_count :by")
                                .expressionAttributeValues(Map.of(":by", number(by))))
                .build();
    }
}
