package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// A function with a role and a log group of its own. Whoever invokes it invokes [#alias]: only a
/// published version starts from a snapshot.
final class KilatFunction {
    private static final String ENTRY = "dev.kilat.entry.";

    final String name;
    final Function function;
    final Alias alias;
    private final Role role;

    KilatFunction(Construct scope, String name, Size size, Platform platform) {
        this.name = name;
        var logs =
                LogGroup.Builder.create(scope, name + "Logs")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        role =
                Role.Builder.create(scope, name + "Role")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build();
        may(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn());
        function =
                Function.Builder.create(scope, name)
                        .runtime(platform.runtime())
                        .architecture(platform.architecture())
                        .handler(ENTRY + name)
                        .code(platform.code())
                        .role(role)
                        .memorySize(size.memoryMb)
                        .timeout(size.timeout)
                        .logGroup(logs)
                        .loggingFormat(LoggingFormat.JSON)
                        // Logs and metrics already carry a correlation id; traces would cost a
                        // grant on every resource.
                        .tracing(Tracing.DISABLED)
                        .snapStart(
                                platform.snapStart() ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
                        .build();
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish",
                        "The alias points at a published version");
        alias = function.addAlias("live");
    }

    KilatFunction knows(String variable, String value) {
        function.addEnvironment(variable, value);
        return this;
    }

    void may(List<String> actions, String... resources) {
        role.addToPrincipalPolicy(
                PolicyStatement.Builder.create()
                        .actions(actions)
                        .resources(List.of(resources))
                        .build());
    }

    record Size(int memoryMb, Duration timeout) {}
}
