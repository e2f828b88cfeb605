package dev.kilat.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Replaces intrinsic functions by what CloudFormation would answer.
final class Resolver {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Assembly assembly;
    private final Template template;

    Resolver(Assembly assembly, Template template) {
        this.assembly = assembly;
        this.template = template;
    }

    Identifiers identifiers() {
        return new Identifiers(assembly.region(), this);
    }

    /// Missing where the template says `AWS::NoValue`.
    JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode resolved = JSON.arrayNode();
            node.forEach(element -> addPresent(resolved, resolve(element)));
            return resolved;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return intrinsic(only.getKey(), only.getValue());
            }
        }
        ObjectNode resolved = JSON.objectNode();
        node.properties()
                .forEach(field -> {
                    JsonNode value = resolve(field.getValue());
                    if (!value.isMissingNode()) {
                        resolved.set(field.getKey(), value);
                    }
                });
        return resolved;
    }

    private static void addPresent(ArrayNode array, JsonNode value) {
        if (!value.isMissingNode()) {
            array.add(value);
        }
    }

    private JsonNode intrinsic(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> JSON.textNode(getAtt(argument));
            case "Fn::Join" -> JSON.textNode(join(argument));
            case "Fn::Sub" -> JSON.textNode(sub(argument));
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" -> resolve(argument.path(condition(argument.path(0).asText()) ? 1 : 2));
            case "Fn::ImportValue" -> importValue(resolve(argument).asText());
            case "Fn::GetAZs" -> JSON.arrayNode().add(assembly.region().name() + "a");
            default ->
                    throw new TemplateException(
                            "%s uses %s, which the local cloud does not resolve"
                                    .formatted(template.stack(), name));
        };
    }

    private JsonNode ref(String name) {
        Region region = assembly.region();
        return switch (name) {
            case "AWS::Region" -> JSON.textNode(region.name());
            case "AWS::AccountId" -> JSON.textNode(region.account());
            case "AWS::Partition" -> JSON.textNode(region.partition());
            case "AWS::URLSuffix" -> JSON.textNode(region.urlSuffix());
            case "AWS::StackName" -> JSON.textNode(template.stack());
            case "AWS::StackId" ->
                    JSON.textNode(region.arn("cloudformation", "stack/" + template.stack() + "/0"));
            case "AWS::NoValue" -> MissingNode.getInstance();
            default -> refByName(name);
        };
    }

    private JsonNode refByName(String name) {
        JsonNode parameter = template.parameters().path(name);
        if (parameter.isMissingNode()) {
            return JSON.textNode(identifiers().ref(resource(name)));
        }
        JsonNode value = parameter.path("Default");
        if (value.isMissingNode()) {
            throw new TemplateException(
                    "Parameter %s of %s has no default".formatted(name, template.stack()));
        }
        return value;
    }

    private String getAtt(JsonNode argument) {
        if (argument.isTextual()) {
            String[] parts = argument.asText().split("\\.", 2);
            return identifiers().attribute(resource(parts[0]), parts[1]);
        }
        return identifiers()
                .attribute(resource(argument.path(0).asText()), argument.path(1).asText());
    }

    private String join(JsonNode argument) {
        return resolve(argument.path(1))
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(argument.path(0).asText()));
    }

    private JsonNode select(JsonNode argument) {
        int index = resolve(argument.path(0)).asInt();
        return resolve(argument.path(1)).path(index);
    }

    private ArrayNode split(JsonNode argument) {
        ArrayNode parts = JSON.arrayNode();
        String delimiter = Pattern.quote(argument.path(0).asText());
        for (String part : resolve(argument.path(1)).asText().split(delimiter, -1)) {
            parts.add(part);
        }
        return parts;
    }

    private String sub(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode variables = argument.path(1);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                substitute(match.group(1), match.group(2), variables)));
    }

    private String substitute(String literal, String name, JsonNode variables) {
        if (!literal.isEmpty()) {
            return "${" + name + "}";
        }
        if (variables.has(name)) {
            return resolve(variables.path(name)).asText();
        }
        return name.contains(".") ? getAtt(JSON.textNode(name)) : ref(name).asText();
    }

    private JsonNode importValue(String name) {
        return assembly.export(name)
                .orElseThrow(() ->
                        new TemplateException(
                                "%s imports %s, which no stack exports"
                                        .formatted(template.stack(), name)));
    }

    private boolean condition(String name) {
        return holds(template.conditions().path(name));
    }

    private boolean holds(JsonNode condition) {
        String operator =
                condition.properties().stream().findFirst().map(Map.Entry::getKey).orElse("");
        JsonNode operands = condition.path(operator);
        return switch (operator) {
            case "Fn::Equals" -> resolve(operands.path(0)).equals(resolve(operands.path(1)));
            case "Fn::Not" -> !holds(operands.path(0));
            case "Fn::And" -> operands.valueStream().allMatch(this::holds);
            case "Fn::Or" -> operands.valueStream().anyMatch(this::holds);
            case "Condition" -> condition(operands.asText());
            default ->
                    throw new TemplateException(
                            "%s has a condition with %s, which the local cloud does not resolve"
                                    .formatted(template.stack(), Set.of(operator)));
        };
    }

    private Resource resource(String logicalId) {
        Resource resource = template.resources().get(logicalId);
        if (resource == null) {
            throw new TemplateException(
                    "%s refers to %s, which it does not declare"
                            .formatted(template.stack(), logicalId));
        }
        return resource;
    }
}
