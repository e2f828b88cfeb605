package dev.kilat.entry;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of AWS, each made when first asked for. Where they call is the SDK's own setting.
final class AwsClients {
    static {
        // The JDK keeps five idle connections to a host unless told otherwise; a courier uses more.
        System.setProperty("http.maxConnections", "32");
    }

    private final AwsCredentialsProvider credentials;
    private final Lazy<DynamoDbClient> dynamo;
    private final Lazy<S3Client> s3;
    private final Lazy<S3Presigner> presigner;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SecretsManagerClient> secrets;
    private final Lazy<ApiGatewayManagementApiClient> stage;

    AwsClients(AwsCredentialsProvider credentials, Environment environment) {
        this.credentials = credentials;
        dynamo = new Lazy<>(() -> usual(DynamoDbClient.builder()).build());
        s3 = new Lazy<>(() -> usual(S3Client.builder()).build());
        presigner =
                new Lazy<>(() -> S3Presigner.builder().credentialsProvider(credentials).build());
        sqs = new Lazy<>(() -> usual(SqsClient.builder()).build());
        secrets = new Lazy<>(() -> usual(SecretsManagerClient.builder()).build());
        stage = new Lazy<>(() -> stage(environment.connectionsEndpoint()));
    }

    DynamoDbClient dynamo() {
        return dynamo.get();
    }

    S3Client s3() {
        return s3.get();
    }

    S3Presigner presigner() {
        return presigner.get();
    }

    SqsClient sqs() {
        return sqs.get();
    }

    SecretsManagerClient secrets() {
        return secrets.get();
    }

    /// For posting to open pages.
    ApiGatewayManagementApiClient stage() {
        return stage.get();
    }

    /// Quick to give up: whoever posts knows better when to try again.
    private ApiGatewayManagementApiClient stage(URI endpoint) {
        SdkHttpClient http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(1))
                        .socketTimeout(Duration.ofSeconds(2))
                        .build();
        return ApiGatewayManagementApiClient.builder()
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(config ->
                        config.retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(Duration.ofSeconds(3)))
                .build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B usual(B builder) {
        return builder.credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.IN_REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }
}
