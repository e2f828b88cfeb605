package dev.kilat.bench.coldstart.usual;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Publishes an uploaded photo: reads its ticket and the start of its object, commits it behind the
/// head of its event, looks who is in the room, queues its thumbnails. The SDK's clients as they
/// come, Jackson for JSON, no preparation.
public final class UsualHandler implements RequestHandler<S3Event, @Nullable Void> {
    private final S3Client s3 = S3Client.create();
    private final DynamoDbClient dynamo = DynamoDbClient.create();
    private final SqsClient sqs = SqsClient.create();
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    private final String gallery = System.getenv("GALLERY_TABLE");
    private final String connections = System.getenv("CONNECTIONS_TABLE");
    private final String queue = System.getenv("THUMBNAIL_QUEUE_URL");

    /// What goes into the queue.
    record Job(String eventSlug, String photoId, Instant createdAt) {}

    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        for (var delivery : event.getRecords()) {
            String bucket = delivery.getS3().getBucket().getName();
            String key = delivery.getS3().getObject().getUrlDecodedKey();
            String[] parts = key.split("/", -1);
            publish(bucket, key, parts[1], parts[2]);
            context.getLogger().log("published " + key);
        }
        return null;
    }

    private void publish(String bucket, String key, String slug, String photo) {
        var ticket = item("PHOTO#" + photo, "PHOTO");
        var stored = s3.headObject(head -> head.bucket(bucket).key(key));
        var start = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).range("bytes=0-65535"));
        byte[] bytes = start.asByteArray();
        if ((bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != 0xD8) {
            throw new IllegalArgumentException(key + " is no JPEG");
        }
        long seq = commit(slug, photo, ticket, stored.contentLength());
        dynamo.query(query ->
                query.tableName(connections)
                        .keyConditionExpression("pk = :room")
                        .expressionAttributeValues(Map.of(":room", text("ROOM#" + slug + "#0"))));
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody(job(slug, photo)));
        if (seq < 1) {
            throw new IllegalStateException("nothing was committed");
        }
    }

    private long commit(String slug, String photo, Map<String, AttributeValue> ticket, long size) {
        long head = Long.parseLong(requireNonNull(item("HEAD#" + slug, "HEAD").get("seq")).n());
        long seq = head + 1;
        Map<String, AttributeValue> state = new HashMap<>(ticket);
        state.put("size", number(size));
        state.put("seq", number(seq));
        String padded = "%012d".formatted(seq);
        dynamo.transactWriteItems(write ->
                write.transactItems(
                        List.of(
                                advance(slug, head, seq),
                                put(state, "CHANGES#" + slug, padded),
                                put(state, "PHOTOS#" + slug, padded),
                                put(state, "PHOTO#" + photo, "PHOTO"))));
        return seq;
    }

    private TransactWriteItem advance(String slug, long head, long seq) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(gallery)
                                .key(key("HEAD#" + slug, "HEAD"))
                                .updateExpression("SET seq = :next")
                                .conditionExpression("seq = :head")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":next", number(seq),
                                                ":head", number(head))))
                .build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> state, String pk, String sk) {
        Map<String, AttributeValue> item = new HashMap<>(state);
        item.putAll(key(pk, sk));
        return TransactWriteItem.builder().put(put -> put.tableName(gallery).item(item)).build();
    }

    private Map<String, AttributeValue> item(String pk, String sk) {
        return dynamo.getItem(get -> get.tableName(gallery).key(key(pk, sk)).consistentRead(true))
                .item();
    }

    private String job(String slug, String photo) {
        try {
            return json.writeValueAsString(new Job(slug, photo, Instant.now()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", text(pk), "sk", text(sk));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(String.valueOf(value));
    }
}
