package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Region;
import java.util.List;

/// A batch asks for the action of one; the queue is the last part of its URL.
record QueueRules(Region region) implements AccessRules {

    @Override
    public List<Access> of(String operation, JsonNode body) {
        String url = body.path("QueueUrl").asText(body.path("QueueName").asText());
        String queue = url.substring(url.lastIndexOf('/') + 1);
        return List.of(
                new Access("sqs:" + operation.replace("Batch", ""), region.arn("sqs", queue)));
    }
}
