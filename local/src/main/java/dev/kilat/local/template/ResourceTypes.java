package dev.kilat.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which resource types the local cloud plays, and which it may pass over.
public final class ResourceTypes {
    private static final Set<String> PLAYED =
            Set.of(
                    "AWS::ApiGatewayV2::Api",
                    "AWS::ApiGatewayV2::Integration",
                    "AWS::ApiGatewayV2::Route",
                    "AWS::ApiGatewayV2::Stage",
                    "AWS::CloudFront::Distribution",
                    "AWS::DynamoDB::Table",
                    "AWS::Events::Rule",
                    "AWS::IAM::ManagedPolicy",
                    "AWS::IAM::Policy",
                    "AWS::IAM::Role",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::EventSourceMapping",
                    "AWS::Lambda::Function",
                    "AWS::Lambda::Version",
                    "AWS::S3::Bucket",
                    "AWS::SQS::Queue",
                    "AWS::Scheduler::Schedule",
                    "AWS::SecretsManager::Secret",
                    "Custom::S3BucketNotifications");

    /// Type -> why the gallery is the same without it.
    private static final Map<String, String> IGNORED =
            Map.ofEntries(
                    Map.entry(
                            "AWS::ApiGatewayV2::Deployment",
                            "routes are served as soon as they are read"),
                    Map.entry(
                            "AWS::ApiGatewayV2::IntegrationResponse",
                            "two-way routes answer with the function's own body"),
                    Map.entry("AWS::ApiGatewayV2::RouteResponse", "read with its route"),
                    Map.entry("AWS::Budgets::Budget", "this machine sends no bill"),
                    Map.entry("AWS::CDK::Metadata", "says which CDK wrote the template"),
                    Map.entry(
                            "AWS::CloudFront::CachePolicy",
                            "nothing is cached between the gateway and the page"),
                    Map.entry(
                            "AWS::CloudFront::Function",
                            "the gateway serves index.html for page paths itself"),
                    Map.entry(
                            "AWS::CloudFront::OriginAccessControl",
                            "the gateway reads the media bucket as CloudFront would"),
                    Map.entry(
                            "AWS::CloudFront::OriginRequestPolicy",
                            "the gateway passes requests on whole"),
                    Map.entry(
                            "AWS::CloudFront::ResponseHeadersPolicy",
                            "headers for the public internet"),
                    Map.entry("AWS::CloudWatch::Alarm", "nobody is on call for a laptop"),
                    Map.entry("AWS::CloudWatch::CompositeAlarm", "nobody is on call for a laptop"),
                    Map.entry("AWS::CloudWatch::Dashboard", "metrics are in the log"),
                    Map.entry("AWS::KMS::Key", "encrypts the topic of the alarms"),
                    Map.entry("AWS::Lambda::LayerVersion", "tools of deployment helpers"),
                    Map.entry(
                            "AWS::Lambda::Permission", "triggers are wired by the template itself"),
                    Map.entry("AWS::Logs::LogGroup", "logs go to the console"),
                    Map.entry("AWS::Logs::MetricFilter", "logs go to the console"),
                    Map.entry("AWS::Logs::ResourcePolicy", "logs go to the console"),
                    Map.entry(
                            "AWS::S3::BucketPolicy",
                            "demands TLS, and lets CloudFront read what the gateway reads here"),
                    Map.entry("AWS::SNS::Subscription", "alarms have no readers here"),
                    Map.entry("AWS::SNS::Topic", "alarms have no readers here"),
                    Map.entry("AWS::SNS::TopicPolicy", "alarms have no readers here"),
                    Map.entry(
                            "AWS::SQS::QueuePolicy",
                            "demands TLS, which stays outside this machine"),
                    Map.entry(
                            "AWS::SecretsManager::ResourcePolicy",
                            "role policies decide on one account"),
                    Map.entry(
                            "Custom::CDKBucketDeployment",
                            "the gateway serves the built pages from their folder"),
                    Map.entry("Custom::LogRetention", "logs go to the console"),
                    Map.entry(
                            "Custom::S3AutoDeleteObjects",
                            "empties a bucket when a stack is deleted"));

    private ResourceTypes() {}

    /// @throws TemplateException naming each resource of a type that is neither played nor ignored
    public static void check(Assembly assembly) {
        List<String> unknown =
                assembly.resources().stream()
                        .filter(resource -> !PLAYED.contains(resource.type()))
                        .filter(resource -> !IGNORED.containsKey(resource.type()))
                        .map(Resource::where)
                        .toList();
        if (!unknown.isEmpty()) {
            throw new TemplateException(
                    "The local cloud does not know " + String.join(", ", unknown));
        }
    }
}
