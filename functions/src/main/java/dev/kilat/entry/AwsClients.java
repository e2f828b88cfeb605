package dev.kilat.entry;

import dev.kilat.aws.post.LinePoster;
import dev.kilat.live.Poster;
import java.net.URI;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Clients of AWS, each made when first asked for. Where they call is the SDK's own setting.
final class AwsClients {
    private final AwsCredentialsProvider credentials;
    private final Lazy<DynamoDbClient> dynamo;
    private final Lazy<S3Client> s3;
    private final Lazy<S3Presigner> presigner;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SecretsManagerClient> secrets;

    AwsClients(AwsCredentialsProvider credentials) {
        this.credentials = credentials;
        dynamo = new Lazy<>(() -> usual(DynamoDbClient.builder()).build());
        s3 = new Lazy<>(() -> usual(S3Client.builder()).build());
        presigner =
                new Lazy<>(() -> S3Presigner.builder().credentialsProvider(credentials).build());
        sqs = new Lazy<>(() -> usual(SqsClient.builder()).build());
        secrets = new Lazy<>(() -> usual(SecretsManagerClient.builder()).build());
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
    Poster poster(URI stage, InstantSource clock) {
        String region = new DefaultAwsRegionProviderChain().getRegion().id();
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new LinePoster(stage, region, credentials::resolveCredentials, clock, tls);
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B usual(B builder) {
        return builder.credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.IN_REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }
}
