package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.live.UploadRuns;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Upload runs in the connections table, a row an uploader.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `UPLOADS#{slug}` | `{uploader}` | expected, arrived, last_photo, heard_at (ms), word_until (ms), expires_at (s) |
public final class DynamoDbUploadRuns implements UploadRuns {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String GOES_ON =
            "heard_at > :pause OR (arrived < expected AND heard_at > :silence)";
    private static final String IS_OVER =
            "attribute_not_exists(expected)"
                    + " OR (arrived >= expected AND heard_at <= :pause) OR heard_at <= :silence";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbUploadRuns(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void expect(EventSlug event, String uploader, int photos, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":photos", number(photos));
        values.put(":pause", number(now.minus(PAUSE).toEpochMilli()));
        values.put(":silence", number(now.minus(LONGEST_SILENCE).toEpochMilli()));
        values.put(":expires", number(now.plus(KEPT).getEpochSecond()));
        Map<String, AttributeValue> first = new HashMap<>(values);
        first.put(":none", number(0));
        first.put(":now", number(now.toEpochMilli()));
        // Whether a run goes on may change between the two: then somebody else's change did it.
        while (!update(
                        event,
                        uploader,
                        "SET expires_at = :expires ADD expected :photos",
                        GOES_ON,
                        values)
                && !update(
                        event,
                        uploader,
                        "SET expected = :photos, arrived = :none, heard_at = :now,"
                                + " expires_at = :expires REMOVE last_photo, word_until",
                        IS_OVER,
                        first)) {}
    }

    /// One write says both: word that was left before stays as it is, and comes back with the
    /// answer.
    @Override
    public boolean arrive(EventSlug event, String uploader, PhotoId photo, Instant now) {
        Map<String, AttributeValue> values =
                Map.of(
                        ":one", number(1),
                        ":photo", text(photo.value()),
                        ":now", number(now.toEpochMilli()),
                        ":word", number(now.plus(WORD_HOLDS).toEpochMilli()),
                        ":expires", number(now.plus(KEPT).getEpochSecond()));
        String set =
                "SET last_photo = :photo, heard_at = :now, expires_at = :expires,"
                        + " word_until = if_not_exists(word_until, :word) ADD ";
        while (true) {
            Optional<Map<String, AttributeValue>> before =
                    arrive(event, uploader, set + "arrived :one", "arrived < expected", values)
                            .or(() ->
                                    arrive(
                                            event,
                                            uploader,
                                            set + "arrived :one, expected :one",
                                            "attribute_not_exists(expected)"
                                                    + " OR arrived >= expected",
                                            values));
            if (before.isPresent()) {
                long word = Attributes.numberIf(before.get(), "word_until").orElse(0L);
                return word <= now.toEpochMilli();
            }
        }
    }

    private Optional<Map<String, AttributeValue>> arrive(
            EventSlug event,
            String uploader,
            String update,
            String condition,
            Map<String, AttributeValue> values) {
        return change(event, uploader, update, condition, values, ReturnValue.ALL_OLD);
    }

    @Override
    public Optional<Run> tell(EventSlug event, String uploader) {
        return change(
                        event,
                        uploader,
                        "REMOVE word_until",
                        "attribute_exists(last_photo)",
                        Map.of(),
                        ReturnValue.ALL_NEW)
                .map(row ->
                        new Run(
                                new PhotoId(text(row, "last_photo")),
                                number(row, "arrived"),
                                number(row, "expected")));
    }

    private boolean update(
            EventSlug event,
            String uploader,
            String update,
            String condition,
            Map<String, AttributeValue> values) {
        return change(event, uploader, update, condition, values, ReturnValue.NONE).isPresent();
    }

    /// @return the attributes asked for; empty if the condition does not hold
    private Optional<Map<String, AttributeValue>> change(
            EventSlug event,
            String uploader,
            String update,
            String condition,
            Map<String, AttributeValue> values,
            ReturnValue answer) {
        try {
            return Optional.of(
                    dynamo.updateItem(request ->
                                    request.tableName(table)
                                            .key(key(event, uploader))
                                            .updateExpression(update)
                                            .conditionExpression(condition)
                                            .expressionAttributeValues(
                                                    values.isEmpty() ? null : values)
                                            .returnValues(answer))
                            .attributes());
        } catch (ConditionalCheckFailedException otherwise) {
            return Optional.empty();
        }
    }

    static String partition(EventSlug event) {
        return "UPLOADS#" + event;
    }

    private static Map<String, AttributeValue> key(EventSlug event, String uploader) {
        return Attributes.key(partition(event), uploader);
    }
}
