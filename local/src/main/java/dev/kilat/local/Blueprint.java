package dev.kilat.local;

import dev.kilat.local.engine.Bucket;
import dev.kilat.local.engine.Queue;
import dev.kilat.local.engine.Table;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.iam.Policies;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.ResourceTypes;
import dev.kilat.local.template.TemplateException;
import dev.kilat.local.trigger.AsyncPolicy;
import dev.kilat.local.trigger.Mapping;
import dev.kilat.local.trigger.Notification;
import dev.kilat.local.trigger.Schedule;
import dev.kilat.local.trigger.Triggers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that the template says, read and checked before anything starts.
///
/// @param distributions `https://…` of each CloudFront distribution
record Blueprint(
        Assembly assembly,
        List<Bucket> buckets,
        List<Table> tables,
        List<Queue> queues,
        List<FunctionSpec> functions,
        Triggers.Plan triggers,
        Routes routes,
        List<String> distributions) {

    static Blueprint of(Assembly assembly) {
        ResourceTypes.check(assembly);
        List<FunctionSpec> functions = FunctionSpec.of(assembly);
        return new Blueprint(
                assembly,
                Bucket.of(assembly),
                Table.of(assembly),
                Queue.of(assembly),
                functions,
                new Triggers.Plan(
                        Notification.of(assembly, functions),
                        Mapping.of(assembly, functions),
                        Schedule.of(assembly, functions),
                        AsyncPolicy.of(assembly)),
                Routes.of(assembly, functions),
                assembly.ofType("AWS::CloudFront::Distribution").stream()
                        .map(cdn -> "https://" + assembly.attribute(cdn, "DomainName"))
                        .toList());
    }

    /// Function id -> new credentials in the function's role.
    Map<String, Principal> issueCredentials(Principals principals) {
        Policies policies = new Policies(assembly);
        Map<String, Resource> roles =
                assembly.ofType("AWS::IAM::Role").stream()
                        .collect(
                                Collectors.toMap(
                                        role -> assembly.attribute(role, "Arn"),
                                        Function.identity()));
        return functions.stream()
                .collect(
                        Collectors.toMap(
                                FunctionSpec::id,
                                function -> {
                                    Resource role = roles.get(function.roleArn());
                                    if (role == null) {
                                        throw new TemplateException(
                                                function.id()
                                                        + " has a role that is not in the template");
                                    }
                                    String session =
                                            "arn:aws:sts::%s:assumed-role/%s/%s"
                                                    .formatted(
                                                            assembly.region().account(),
                                                            assembly.ref(role),
                                                            function.name());
                                    return principals.issue(session, policies.of(role));
                                }));
    }

    /// What every function that knows it is told, as the cloud would tell it.
    Optional<String> variable(String name) {
        return functions.stream()
                .flatMap(function -> Stream.ofNullable(function.environment().get(name)))
                .findFirst();
    }
}
