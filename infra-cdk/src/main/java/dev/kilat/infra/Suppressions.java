package dev.kilat.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/// Every finding of cdk-nag that we live with, and why.
final class Suppressions {
    private Suppressions() {}

    static void apply(DataStack data, AppStack app) {
        in(
                data,
                accept(
                        "AwsSolutions-S1",
                        "Reads go through CloudFront or through URLs that functions sign and log; a second log of every guest's "
                                + "address would be personal data that nobody reads."),
                accept(
                        "AwsSolutions-SMG4",
                        "Rotating the signing key would log every guest out in the middle of a wedding, and the password is "
                                + "the owner's to change; both are replaced by hand."));
        in(
                app,
                accept(
                        "AwsSolutions-S1",
                        "The bucket holds the pages, which are public, and only CloudFront reads it."),
                accept(
                        "AwsSolutions-APIG4",
                        "The functions check the tokens: health, login and sessions are open, and a refusal must be "
                                + "problem+json (or the 404 that hides an event), which an authorizer cannot answer."),
                accept(
                        "AwsSolutions-APIG1",
                        "A WebSocket stage logs only through a role set for the whole account and region, which is not "
                                + "ours to set; LiveConnection logs each connection itself."),
                accept(
                        "AwsSolutions-CFR1",
                        "Guests may be anywhere: relatives watch a wedding from abroad."),
                accept(
                        "AwsSolutions-CFR2",
                        "A web ACL costs more a month than the gallery; the stages throttle and the functions limit "
                                + "guests by their token."),
                accept(
                        "AwsSolutions-CFR3",
                        "The metrics answer what we ask; a log of every guest's address would be personal data that "
                                + "nobody reads."),
                accept(
                        "AwsSolutions-CFR4",
                        "CloudFront's own certificate fixes the oldest TLS version; choosing it takes a domain of one's own."),
                accept(
                        "AwsSolutions-SQS3",
                        "UploadFailures is itself where failed events end: Lambda's on-failure destination, with an alarm."),
                accept(
                        "AwsSolutions-IAM5",
                        "All objects below one prefix of one bucket: that is the narrowest right there is to a photo.",
                        "/^Resource::<(Originals|Media)\\w+\\.Arn>\\/(originals|downloads|media)\\/\\*$/g"),
                accept(
                        "AwsSolutions-IAM5",
                        "Connections get their ids when they open; this is the right to post to those of our own stage, and to cut them off at a purge.",
                        "/^Resource::arn:.*:execute-api:.*<LiveApi\\w+>\\/live\\/(POST|DELETE)\\/@connections\\/\\*$/g"));
        below(
                child(app, "Custom::CDKBucketDeployment"),
                accept(
                        "AwsSolutions-IAM4",
                        "CDK's own function that copies the pages, only during a deployment."),
                accept(
                        "AwsSolutions-IAM5",
                        "CDK's own function that copies the pages: reads the bootstrap bucket, writes the pages' bucket.",
                        "/^Action::s3:(GetBucket|GetObject|List|Abort|DeleteObject)\\*$/g",
                        "/^Resource::arn:.*:s3:::cdk-.*-assets-.*\\/\\*$/g",
                        "/^Resource::<Pages\\w+\\.Arn>\\/\\*$/g"),
                accept(
                        "AwsSolutions-L1",
                        "CDK's own function; its runtime is the one CDK tested it with."));
        below(
                child(app, "BucketNotificationsHandler"),
                accept(
                        "AwsSolutions-IAM4",
                        "CDK's own function that writes the bucket's notification, only during a deployment."));
    }

    private static void in(Stack stack, NagPackSuppression... accepted) {
        NagSuppressions.addStackSuppressions(stack, List.of(accepted));
    }

    private static void below(IConstruct construct, NagPackSuppression... accepted) {
        NagSuppressions.addResourceSuppressions(construct, List.of(accepted), true);
    }

    /// CDK ends the ids of its own helpers in a hash.
    private static IConstruct child(Stack stack, String prefix) {
        return stack.getNode().getChildren().stream()
                .filter(child -> child.getNode().getId().startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private static NagPackSuppression accept(String rule, String reason, String... findings) {
        var accepted = NagPackSuppression.builder().id(rule).reason(reason);
        if (findings.length > 0) {
            accepted.appliesTo(List.of(findings).stream().map(Suppressions::matching).toList());
        }
        return accepted.build();
    }

    private static RegexAppliesTo matching(String regex) {
        return RegexAppliesTo.builder().regex(regex).build();
    }
}
