package dev.kilat.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Physical ids and attributes, shaped as AWS gives them.
///
/// They follow from the stack and the logical id alone, so that data outlives a restart.
final class Identifiers {
    private static final Map<String, String> NAME_PROPERTIES =
            Map.of(
                    "AWS::S3::Bucket", "BucketName",
                    "AWS::DynamoDB::Table", "TableName",
                    "AWS::SQS::Queue", "QueueName",
                    "AWS::Lambda::Function", "FunctionName",
                    "AWS::IAM::Role", "RoleName",
                    "AWS::SNS::Topic", "TopicName",
                    "AWS::ApiGatewayV2::Stage", "StageName");

    private final Region region;
    private final Resolver resolver;

    Identifiers(Region region, Resolver resolver) {
        this.region = region;
        this.resolver = resolver;
    }

    String ref(Resource resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> queueUrl(resource);
            case "AWS::SecretsManager::Secret",
                    "AWS::Lambda::Version",
                    "AWS::Lambda::Alias",
                    "AWS::SNS::Topic",
                    "AWS::IAM::ManagedPolicy" ->
                    arn(resource);
            case "AWS::ApiGatewayV2::Api",
                    "AWS::ApiGatewayV2::Integration",
                    "AWS::ApiGatewayV2::Route" ->
                    shortId(resource, 10);
            case "AWS::CloudFront::Distribution", "AWS::CloudFront::OriginAccessControl" ->
                    "E" + shortId(resource, 13).toUpperCase(Locale.ROOT);
            default -> name(resource);
        };
    }

    String attribute(Resource resource, String attribute) {
        return switch (attribute) {
            case "Arn", "FunctionArn", "AliasArn", "TopicArn", "FunctionUrl" -> arn(resource);
            case "QueueName", "TopicName" -> name(resource);
            case "QueueUrl", "Id", "ApiId", "Ref" -> ref(resource);
            case "Version" -> "1";
            case "RoleId" -> "AROA" + shortId(resource, 17).toUpperCase(Locale.ROOT);
            case "DomainName" -> domainName(resource);
            case "RegionalDomainName" ->
                    "%s.s3.%s.%s".formatted(name(resource), region.name(), region.urlSuffix());
            case "ApiEndpoint" ->
                    "%s://%s.execute-api.%s.%s"
                            .formatted(
                                    isWebSocket(resource) ? "wss" : "https",
                                    ref(resource),
                                    region.name(),
                                    region.urlSuffix());
            default ->
                    throw new TemplateException(
                            "%s has no attribute %s in the local cloud"
                                    .formatted(resource.where(), attribute));
        };
    }

    private String arn(Resource resource) {
        String name = name(resource);
        return switch (resource.type()) {
            case "AWS::S3::Bucket" -> "arn:%s:s3:::%s".formatted(region.partition(), name);
            case "AWS::DynamoDB::Table" -> region.arn("dynamodb", "table/" + name);
            case "AWS::SQS::Queue" -> region.arn("sqs", name);
            case "AWS::SNS::Topic" -> region.arn("sns", name);
            case "AWS::SecretsManager::Secret" ->
                    region.arn(
                            "secretsmanager", "secret:%s-%s".formatted(name, shortId(resource, 6)));
            case "AWS::Lambda::Function" -> region.arn("lambda", "function:" + name);
            case "AWS::Lambda::Version" -> functionArn(resource) + ":1";
            case "AWS::Lambda::Alias" ->
                    functionArn(resource) + ":" + property(resource, "Name").asText();
            case "AWS::IAM::Role" -> region.globalArn("iam", "role/" + name);
            case "AWS::IAM::ManagedPolicy" -> region.globalArn("iam", "policy/" + name);
            case "AWS::Logs::LogGroup" -> region.arn("logs", "log-group:" + name + ":*");
            case "AWS::Events::Rule" -> region.arn("events", "rule/" + name);
            case "AWS::Scheduler::Schedule" -> region.arn("scheduler", "schedule/default/" + name);
            case "AWS::Scheduler::ScheduleGroup" ->
                    region.arn("scheduler", "schedule-group/" + name);
            case "AWS::CloudFront::Distribution" ->
                    region.globalArn("cloudfront", "distribution/" + ref(resource));
            default -> region.arn(service(resource), name);
        };
    }

    /// `FunctionName` of a version or alias is a name or an ARN.
    private String functionArn(Resource resource) {
        String function = property(resource, "FunctionName").asText();
        return function.startsWith("arn:")
                ? function
                : region.arn("lambda", "function:" + function);
    }

    private String queueUrl(Resource resource) {
        return "https://sqs.%s.%s/%s/%s"
                .formatted(region.name(), region.urlSuffix(), region.account(), name(resource));
    }

    private String domainName(Resource resource) {
        return resource.type().equals("AWS::S3::Bucket")
                ? "%s.s3.%s".formatted(name(resource), region.urlSuffix())
                : "d%s.cloudfront.net".formatted(shortId(resource, 13));
    }

    private boolean isWebSocket(Resource resource) {
        return property(resource, "ProtocolType").asText().equals("WEBSOCKET");
    }

    private String name(Resource resource) {
        String property = NAME_PROPERTIES.get(resource.type());
        if (property != null && resource.properties().has(property)) {
            return property(resource, property).asText();
        }
        String name = resource.stack() + "-" + resource.logicalId();
        return resource.type().equals("AWS::S3::Bucket") ? bucketName(name, resource) : name;
    }

    /// At most 63 characters, lower case.
    private static String bucketName(String name, Resource resource) {
        String start = name.substring(0, Math.min(name.length(), 54)).toLowerCase(Locale.ROOT);
        return start + "-" + shortId(resource, 8);
    }

    private JsonNode property(Resource resource, String name) {
        return resolver.resolve(resource.properties().path(name));
    }

    private static String service(Resource resource) {
        List<String> parts = List.of(resource.type().split("::", -1));
        return parts.get(Math.min(1, parts.size() - 1)).toLowerCase(Locale.ROOT);
    }

    private static String shortId(Resource resource, int length) {
        byte[] path =
                (resource.stack() + "/" + resource.logicalId()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(path).toString().replace("-", "").substring(0, length);
    }
}
