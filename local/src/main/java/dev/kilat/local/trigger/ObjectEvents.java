package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.engine.ObjectCreated;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The event that S3 sends to a function.
public final class ObjectEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ObjectEvents() {}

    public static byte[] created(ObjectCreated object, String region) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode entry =
                event.putArray("Records")
                        .addObject()
                        .put("eventVersion", "2.1")
                        .put("eventSource", "aws:s3")
                        .put("awsRegion", region)
                        .put("eventTime", object.at().toString())
                        .put("eventName", "ObjectCreated:" + object.operation());
        entry.putObject("userIdentity").put("principalId", "AWS:LOCAL");
        entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        entry.putObject("responseElements")
                .put("x-amz-request-id", UUID.randomUUID().toString())
                .put("x-amz-id-2", "local");
        ObjectNode s3 =
                entry.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        ObjectNode bucket = s3.putObject("bucket").put("name", object.bucket());
        bucket.putObject("ownerIdentity").put("principalId", "LOCAL");
        bucket.put("arn", "arn:aws:s3:::" + object.bucket());
        s3.putObject("object")
                .put("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8))
                .put("size", object.size())
                .put("eTag", object.eTag())
                .put("sequencer", "%016X".formatted(object.at().toEpochMilli()));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
