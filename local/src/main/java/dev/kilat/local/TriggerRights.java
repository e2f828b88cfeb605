package dev.kilat.local;

import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.iam.Authorizer.Decision;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.TemplateException;
import dev.kilat.local.trigger.AsyncPolicy;
import dev.kilat.local.trigger.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What Lambda does in a function's name: reading its queues, writing what failed. AWS refuses to
/// make such a trigger for a role without the rights, and so does this.
final class TriggerRights {
    private static final List<String> READING_A_QUEUE =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    private TriggerRights() {}

    static void check(Blueprint blueprint, Map<String, Principal> roles, Principals principals) {
        for (Mapping mapping : blueprint.triggers().mappings()) {
            READING_A_QUEUE.forEach(action ->
                    check(principals, role(roles, mapping.function()), action, mapping.queueArn()));
        }
        for (FunctionSpec function : blueprint.functions()) {
            AsyncPolicy policy = blueprint.triggers().async().get(function.name());
            if (policy != null) {
                policy.onFailure()
                        .ifPresent(queue ->
                                check(principals, role(roles, function), "sqs:SendMessage", queue));
            }
        }
    }

    private static Principal role(Map<String, Principal> roles, FunctionSpec function) {
        return Objects.requireNonNull(roles.get(function.id()));
    }

    private static void check(
            Principals principals, Principal role, String action, String resource) {
        if (principals.check(role.credentials().accessKeyId(), action, resource)
                instanceof Decision.Denied(String message)) {
            throw new TemplateException(message);
        }
    }
}
