package dev.kilat.local.engine;

import dev.kilat.local.iam.Grant;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Callers for tests, and the clients they use.
final class TestRoles {
    private TestRoles() {}

    static Principal allowed(Principals principals, String resource, String... actions) {
        return principals.issue(
                "arn:aws:sts::000000000000:assumed-role/R/f",
                List.of(actions).stream()
                        .map(action -> new Grant("R", action, resource, true))
                        .toList());
    }

    static DynamoDbClient dynamo(URI endpoint, Principal caller) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static SqsClient sqs(URI endpoint, Principal caller) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static SecretsManagerClient secrets(URI endpoint, Principal caller) {
        return SecretsManagerClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
