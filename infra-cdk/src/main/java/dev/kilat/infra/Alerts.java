package dev.kilat.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/// Where alarms and the budget call out.
///
/// The key is our own because AWS's key for SNS admits neither CloudWatch nor Budgets; the topic
/// names both because its policy (TLS only) replaces the one that would have let CloudWatch in.
final class Alerts {
    private static final List<String> CALLERS =
            List.of("cloudwatch.amazonaws.com", "budgets.amazonaws.com");

    final Topic topic;

    Alerts(Stack stack, Optional<String> email) {
        var key =
                Key.Builder.create(stack, "AlertsKey")
                        .description("Kilat: encrypts alerts")
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        topic =
                Topic.Builder.create(stack, "Alerts")
                        .displayName("Kilat alerts")
                        .masterKey(key)
                        .enforceSsl(true)
                        .build();
        for (var caller : CALLERS) {
            key.addToResourcePolicy(
                    allow(stack, caller, List.of("kms:Decrypt", "kms:GenerateDataKey"), "*"));
            topic.addToResourcePolicy(
                    allow(stack, caller, List.of("sns:Publish"), topic.getTopicArn()));
        }
        email.ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
    }

    private static PolicyStatement allow(
            Stack stack, String service, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(service)))
                .actions(actions)
                .resources(List.of(resource))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
                .build();
    }
}
