package dev.kilat.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Java function, as the template declares it.
///
/// @param id logical id
/// @param handler class name
/// @param memoryMb what the function is told; all functions share this JVM's heap
/// @param reserved the most invocations at a time, if the template limits them
/// @param environment origins still those of the cloud
/// @param roleArn of the role it runs in
public record FunctionSpec(
        String id,
        String name,
        String arn,
        String handler,
        Duration timeout,
        int memoryMb,
        OptionalInt reserved,
        Map<String, String> environment,
        String roleArn) {
    private static final Pattern IN_ARN = Pattern.compile(":function:([A-Za-z0-9_-]+)");

    /// All Java functions. Others are helpers that CDK adds for deployments, and have nothing to do
    /// here.
    public static List<FunctionSpec> of(Assembly assembly) {
        return assembly.ofType("AWS::Lambda::Function").stream()
                .filter(function ->
                        function.properties().path("Runtime").asText().startsWith("java"))
                .map(function -> of(assembly, function))
                .toList();
    }

    private static FunctionSpec of(Assembly assembly, Resource function) {
        JsonNode properties = assembly.properties(function);
        JsonNode reserved = properties.path("ReservedConcurrentExecutions");
        Map<String, String> environment = new LinkedHashMap<>();
        properties
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
        return new FunctionSpec(
                function.logicalId(),
                assembly.ref(function),
                assembly.attribute(function, "Arn"),
                properties.path("Handler").asText().replaceFirst("::.*", ""),
                Duration.ofSeconds(properties.path("Timeout").asInt(3)),
                properties.path("MemorySize").asInt(128),
                reserved.isInt() ? OptionalInt.of(reserved.asInt()) : OptionalInt.empty(),
                environment,
                properties.path("Role").asText());
    }

    /// The function that a name, an ARN or an integration URI means, with or without an alias.
    public static FunctionSpec named(List<FunctionSpec> functions, String reference) {
        Matcher arn = IN_ARN.matcher(reference);
        String name = arn.find() ? arn.group(1) : reference.replaceFirst(":.*", "");
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TemplateException(
                                "No function of the template is meant by " + reference));
    }
}
