package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A function called every so often: `AWS::Events::Rule` or `AWS::Scheduler::Schedule` with a rate.
public record Schedule(String name, Duration every, FunctionSpec function) {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    public static List<Schedule> of(Assembly assembly, List<FunctionSpec> functions) {
        return Stream.concat(
                        assembly.ofType("AWS::Events::Rule").stream()
                                .flatMap(rule -> rule(assembly, rule, functions)),
                        assembly.ofType("AWS::Scheduler::Schedule").stream()
                                .map(schedule -> schedule(assembly, schedule, functions)))
                .toList();
    }

    private static Stream<Schedule> rule(
            Assembly assembly, Resource rule, List<FunctionSpec> functions) {
        JsonNode properties = assembly.properties(rule);
        Duration every = rate(rule, properties);
        return properties
                .path("Targets")
                .valueStream()
                .map(target ->
                        new Schedule(
                                assembly.ref(rule),
                                every,
                                FunctionSpec.named(functions, target.path("Arn").asText())));
    }

    private static Schedule schedule(
            Assembly assembly, Resource schedule, List<FunctionSpec> functions) {
        JsonNode properties = assembly.properties(schedule);
        return new Schedule(
                assembly.ref(schedule),
                rate(schedule, properties),
                FunctionSpec.named(functions, properties.path("Target").path("Arn").asText()));
    }

    private static Duration rate(Resource resource, JsonNode properties) {
        String expression = properties.path("ScheduleExpression").asText();
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateException(
                    "%s has the schedule '%s'; the local cloud knows rate(…)"
                            .formatted(resource.where(), expression));
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
