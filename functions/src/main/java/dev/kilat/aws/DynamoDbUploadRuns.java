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

/// Upload runs in the connections table, a row an uploader.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `UPLOADS#{slug}` | `{uploader}` | expected, arrived, last_photo, heard_at (ms), expires_at (s) |
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
                                + " expires_at = :expires REMOVE last_photo",
                        IS_OVER,
                        first)) {}
    }

    @Override
    public void arrive(EventSlug event, String uploader, PhotoId photo, Instant now) {
        Map<String, AttributeValue> values =
                Map.of(
                        ":one", number(1),
                        ":photo", text(photo.value()),
                        ":now", number(now.toEpochMilli()),
                        ":expires", number(now.plus(KEPT).getEpochSecond()));
        String set = "SET last_photo = :photo, heard_at = :now, expires_at = :expires ADD ";
        while (!update(event, uploader, set + "arrived :one", "arrived < expected", values)
                && !update(
                        event,
                        uploader,
                        set + "arrived :one, expected :one",
                        "attribute_not_exists(expected) OR arrived >= expected",
                        values)) {}
    }

    @Override
    public Optional<Run> now(EventSlug event, String uploader) {
        var row =
                dynamo.getItem(get ->
                                get.tableName(table).key(key(event, uploader)).consistentRead(true))
                        .item();
        return Attributes.textIf(row, "last_photo")
                .map(last ->
                        new Run(
                                new PhotoId(last),
                                number(row, "arrived"),
                                number(row, "expected")));
    }

    private boolean update(
            EventSlug event,
            String uploader,
            String update,
            String condition,
            Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(request ->
                    request.tableName(table)
                            .key(key(event, uploader))
                            .updateExpression(update)
                            .conditionExpression(condition)
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException otherwise) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(EventSlug event, String uploader) {
        return Attributes.key("UPLOADS#" + event, uploader);
    }
}
