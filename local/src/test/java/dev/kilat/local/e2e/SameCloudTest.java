package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What runs here is what would be deployed.
@ExtendWith(Cloud.class)
class SameCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_assembly_that_is_deployed_is_the_one_that_runs_here() throws IOException {
        Path infra = Path.of("../infra-cdk");
        JsonNode cdk = JSON.readTree(Files.readString(infra.resolve("cdk.json")));
        assertThat(infra.resolve(cdk.path("app").asText()).toRealPath())
                .isEqualTo(Cloud.ASSEMBLY.toRealPath());
    }

    @Test
    void every_table_and_queue_of_the_template_is_there_and_nothing_else(Cloud.Running kilat)
            throws IOException {
        var owner = StaticCredentialsProvider.create(kilat.cloud().owner());
        try (DynamoDbClient dynamo =
                        DynamoDbClient.builder()
                                .credentialsProvider(owner)
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build();
                SqsClient sqs =
                        SqsClient.builder()
                                .credentialsProvider(owner)
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build()) {
            assertThat(dynamo.listTables().tableNames()).hasSize(ofType("AWS::DynamoDB::Table"));
            assertThat(sqs.listQueues().queueUrls()).hasSize(ofType("AWS::SQS::Queue"));
        }
    }

    private static int ofType(String type) throws IOException {
        try (Stream<Path> files = Files.list(Cloud.ASSEMBLY)) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".template.json")).toList();
            assertThat(templates).hasSize(2);
            int count = 0;
            for (Path template : templates) {
                for (JsonNode resource : JSON.readTree(template.toFile()).path("Resources")) {
                    count += resource.path("Type").asText().equals(type) ? 1 : 0;
                }
            }
            return count;
        }
    }
}
