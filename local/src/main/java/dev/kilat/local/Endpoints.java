package dev.kilat.local;

import dev.kilat.local.template.Region;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Where AWS is, for this JVM.
record Endpoints(URI s3, URI dynamoDb, URI sqs, URI secretsManager, Region region) {

    /// Points the SDK's own settings here: functions need no code to run locally.
    void publish() {
        System.setProperty("aws.region", region.name());
        System.setProperty("aws.endpointUrlS3", s3.toString());
        System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
        System.setProperty("aws.endpointUrlSqs", sqs.toString());
        System.setProperty("aws.endpointUrlSecretsManager", secretsManager.toString());
        // The engines bring other HTTP clients along, and the SDK refuses to choose.
        System.setProperty(
                "software.amazon.awssdk.http.service.impl",
                "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService");
    }

    DynamoDbClient dynamoDb(AwsCredentials credentials) {
        return DynamoDbClient.builder()
                .endpointOverride(dynamoDb)
                .region(software.amazon.awssdk.regions.Region.of(region.name()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    SqsClient sqs(AwsCredentials credentials) {
        return SqsClient.builder()
                .endpointOverride(sqs)
                .region(software.amazon.awssdk.regions.Region.of(region.name()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
