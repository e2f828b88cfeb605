package dev.kilat.entry;

import dev.kilat.aws.HttpLine;
import dev.kilat.aws.SendAtOnce;
import dev.kilat.aws.post.LinePoster;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of AWS, each made when first asked for. Where they call is the SDK's own setting.
///
/// They share one HTTP client, and so one TLS context: certificates are read once a start.
final class AwsClients {
    /// As the SDK chooses for callers in the same region.
    private static final Duration CONNECT = Duration.ofMillis(1100);

    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final Lazy<SdkHttpClient> http;
    private final Lazy<DynamoDbClient> dynamo;
    private final Lazy<S3Client> s3;
    private final Lazy<S3Presigner> presigner;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SecretsManagerClient> secrets;

    AwsClients(AwsCredentialsProvider credentials, String region) {
        this.credentials = credentials;
        this.region = Region.of(region);
        http =
                new Lazy<>(() ->
                        new HttpLine(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .build()));
        dynamo = new Lazy<>(() -> usual(DynamoDbClient.builder()).build());
        s3 =
                new Lazy<>(() ->
                        usual(S3Client.builder())
                                .overrideConfiguration(
                                        it -> it.addExecutionInterceptor(new SendAtOnce()))
                                .build());
        presigner =
                new Lazy<>(() ->
                        S3Presigner.builder()
                                .region(this.region)
                                .credentialsProvider(credentials)
                                .build());
        sqs = new Lazy<>(() -> usual(SqsClient.builder()).build());
        secrets = new Lazy<>(() -> usual(SecretsManagerClient.builder()).build());
    }

    /// The function's own, from the one place where Lambda gives them: the SDK's usual chain would
    /// look into several first.
    static AwsCredentialsProvider credentials(Environment environment) {
        return environment.asksForCredentials()
                ? ContainerCredentialsProvider.create()
                : EnvironmentVariableCredentialsProvider.create();
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

    /// For posting to open pages on the WebSocket API's stage.
    LinePoster poster(URI stage, InstantSource clock) {
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new LinePoster(stage, region.id(), credentials::resolveCredentials, clock, tls);
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B usual(B builder) {
        return builder.credentialsProvider(credentials)
                .region(region)
                .defaultsMode(DefaultsMode.IN_REGION)
                .httpClient(http.get());
    }
}
