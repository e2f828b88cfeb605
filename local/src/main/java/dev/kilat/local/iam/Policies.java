package dev.kilat.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads what a role may do: its inline policies, and the policies that name it.
public final class Policies {
    /// AWS's own policy for writing a function's log. Its log is the console here.
    private static final String LOGGING = "service-role/AWSLambdaBasicExecutionRole";

    private final Assembly assembly;

    public Policies(Assembly assembly) {
        this.assembly = assembly;
    }

    /// @throws TemplateException naming what in a policy the local cloud could not judge
    public List<Grant> of(Resource role) {
        List<Grant> grants = new ArrayList<>();
        String name = assembly.ref(role);
        JsonNode properties = assembly.properties(role);
        properties
                .path("Policies")
                .forEach(policy -> read(role, policy.path("PolicyDocument"), grants));
        List<String> managed = new ArrayList<>();
        properties.path("ManagedPolicyArns").forEach(arn -> managed.add(arn.asText()));
        Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> assembly.ofType(type).stream())
                .filter(policy -> isAttached(policy, name, managed))
                .forEach(policy -> {
                    managed.remove(assembly.ref(policy));
                    read(role, assembly.properties(policy).path("PolicyDocument"), grants);
                });
        managed.removeIf(arn -> arn.endsWith(LOGGING));
        if (!managed.isEmpty()) {
            throw new TemplateException(
                    role.where()
                            + " has managed policies that are not in the template: "
                            + managed);
        }
        return grants;
    }

    private boolean isAttached(Resource policy, String roleName, List<String> managed) {
        boolean named =
                assembly.properties(policy)
                        .path("Roles")
                        .valueStream()
                        .anyMatch(role -> role.asText().equals(roleName));
        return named || managed.contains(assembly.ref(policy));
    }

    private static void read(Resource role, JsonNode document, List<Grant> grants) {
        for (JsonNode statement : list(document.path("Statement"))) {
            for (String unjudged : List.of("Condition", "NotAction", "NotResource")) {
                if (statement.has(unjudged)) {
                    throw new TemplateException(
                            "%s has a statement with %s %s, which the local cloud does not judge"
                                    .formatted(role.where(), unjudged, statement.path(unjudged)));
                }
            }
            boolean allow = statement.path("Effect").asText().equals("Allow");
            for (JsonNode action : list(statement.path("Action"))) {
                for (JsonNode resource : list(statement.path("Resource"))) {
                    grants.add(
                            new Grant(role.logicalId(), action.asText(), resource.asText(), allow));
                }
            }
        }
    }

    private static List<JsonNode> list(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream().toList() : List.of(oneOrMany);
    }
}
