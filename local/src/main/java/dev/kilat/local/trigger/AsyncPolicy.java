package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What becomes of an asynchronous invocation that fails.
///
/// @param retries Lambda's own default is two
/// @param onFailure ARN of the queue for what failed to the last
public record AsyncPolicy(int retries, Optional<String> onFailure) {
    static final AsyncPolicy DEFAULT = new AsyncPolicy(2, Optional.empty());

    /// Physical function name -> policy, from `AWS::Lambda::EventInvokeConfig`.
    public static Map<String, AsyncPolicy> of(Assembly assembly) {
        return assembly.ofType("AWS::Lambda::EventInvokeConfig").stream()
                .collect(
                        Collectors.toMap(
                                config -> assembly.properties(config).path("FunctionName").asText(),
                                config -> of(assembly, config)));
    }

    private static AsyncPolicy of(Assembly assembly, Resource config) {
        JsonNode properties = assembly.properties(config);
        JsonNode destination =
                properties.path("DestinationConfig").path("OnFailure").path("Destination");
        return new AsyncPolicy(
                properties.path("MaximumRetryAttempts").asInt(DEFAULT.retries()),
                destination.isMissingNode() ? Optional.empty() : Optional.of(destination.asText()));
    }
}
