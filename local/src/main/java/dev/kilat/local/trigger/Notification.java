package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.util.List;
import java.util.stream.Stream;

/// Which objects a function hears of: one entry of `Custom::S3BucketNotifications`.
///
/// @param events e.g. `s3:ObjectCreated:*`
public record Notification(
        String bucket, List<String> events, String prefix, String suffix, FunctionSpec function) {

    public static List<Notification> of(Assembly assembly, List<FunctionSpec> functions) {
        return assembly.ofType("Custom::S3BucketNotifications").stream()
                .flatMap(resource -> of(assembly, resource, functions))
                .toList();
    }

    private static Stream<Notification> of(
            Assembly assembly, Resource resource, List<FunctionSpec> functions) {
        JsonNode properties = assembly.properties(resource);
        JsonNode configuration = properties.path("NotificationConfiguration");
        for (String kind : List.of("QueueConfigurations", "TopicConfigurations")) {
            if (configuration.has(kind)) {
                throw new TemplateException(
                        "%s notifies by %s, which the local cloud does not play"
                                .formatted(resource.where(), kind));
            }
        }
        return configuration
                .path("LambdaFunctionConfigurations")
                .valueStream()
                .map(entry ->
                        new Notification(
                                properties.path("BucketName").asText(),
                                entry.path("Events").valueStream().map(JsonNode::asText).toList(),
                                rule(entry, "prefix"),
                                rule(entry, "suffix"),
                                FunctionSpec.named(
                                        functions, entry.path("LambdaFunctionArn").asText())));
    }

    private static String rule(JsonNode entry, String name) {
        return entry.path("Filter")
                .path("Key")
                .path("FilterRules")
                .valueStream()
                .filter(rule -> rule.path("Name").asText().equalsIgnoreCase(name))
                .map(rule -> rule.path("Value").asText())
                .findFirst()
                .orElse("");
    }

    boolean concerns(ObjectCreated object) {
        String event = "s3:ObjectCreated:" + object.operation();
        return object.bucket().equals(bucket)
                && object.key().startsWith(prefix)
                && object.key().endsWith(suffix)
                && events.stream()
                        .anyMatch(wanted ->
                                wanted.equals(event) || wanted.equals("s3:ObjectCreated:*"));
    }
}
