package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.template.Assembly;
import java.util.List;

/// A queue whose messages a function receives: `AWS::Lambda::EventSourceMapping`.
///
/// @param batchSize the most messages an invocation is given
/// @param atOnce the most invocations at a time
/// @param reportsFailures whether the function names the messages that failed; otherwise a batch
///   succeeds or fails whole
public record Mapping(
        String queueArn,
        FunctionSpec function,
        int batchSize,
        int atOnce,
        boolean reportsFailures) {

    public static List<Mapping> of(Assembly assembly, List<FunctionSpec> functions) {
        return assembly.ofType("AWS::Lambda::EventSourceMapping").stream()
                .map(assembly::properties)
                .map(properties -> of(properties, functions))
                .toList();
    }

    private static Mapping of(JsonNode properties, List<FunctionSpec> functions) {
        return new Mapping(
                properties.path("EventSourceArn").asText(),
                FunctionSpec.named(functions, properties.path("FunctionName").asText()),
                properties.path("BatchSize").asInt(10),
                properties.path("ScalingConfig").path("MaximumConcurrency").asInt(5),
                properties
                        .path("FunctionResponseTypes")
                        .valueStream()
                        .anyMatch(type -> type.asText().equals("ReportBatchItemFailures")));
    }
}
