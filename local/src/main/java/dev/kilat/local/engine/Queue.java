package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/// A queue of the template.
///
/// @param attributes visibility, redrive and retention, as SQS takes them
public record Queue(String name, String arn, Map<QueueAttributeName, String> attributes) {
    /// Property of the template -> attribute of the queue. Encryption at rest is not among them.
    private static final Map<String, QueueAttributeName> ATTRIBUTES =
            Map.of(
                    "VisibilityTimeout", QueueAttributeName.VISIBILITY_TIMEOUT,
                    "MessageRetentionPeriod", QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                    "DelaySeconds", QueueAttributeName.DELAY_SECONDS,
                    "ReceiveMessageWaitTimeSeconds",
                            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
                    "RedrivePolicy", QueueAttributeName.REDRIVE_POLICY);

    /// Dead-letter queues first: others name them.
    public static List<Queue> of(Assembly assembly) {
        return assembly.ofType("AWS::SQS::Queue").stream()
                .map(queue -> of(assembly, queue))
                .sorted(Comparator.comparing(Queue::redrives))
                .toList();
    }

    private static Queue of(Assembly assembly, Resource queue) {
        JsonNode properties = assembly.properties(queue);
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        ATTRIBUTES.forEach((property, attribute) -> {
            JsonNode value = properties.path(property);
            if (!value.isMissingNode()) {
                attributes.put(attribute, value.isObject() ? value.toString() : value.asText());
            }
        });
        return new Queue(
                assembly.attribute(queue, "QueueName"),
                assembly.attribute(queue, "Arn"),
                attributes);
    }

    private boolean redrives() {
        return attributes.containsKey(QueueAttributeName.REDRIVE_POLICY);
    }

    /// Makes the queue, or gives the one in the data directory the template's attributes.
    public void create(SqsClient sqs, String url) {
        try {
            sqs.createQueue(queue -> queue.queueName(name).attributes(attributes));
        } catch (QueueNameExistsException alreadyThere) {
            sqs.setQueueAttributes(queue -> queue.queueUrl(url).attributes(attributes));
        }
    }
}
