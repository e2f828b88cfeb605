package dev.kilat.aws;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// DynamoDB Local for adapter tests: one engine a JVM, two empty tables a test.
///
/// ```java
/// @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();
/// ```
public final class DynamoDbLocal implements BeforeEachCallback {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private String galleryTable = "";
    private String connectionsTable = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        galleryTable = newTable("gallery");
        connectionsTable = newTable("connections");
    }

    public DynamoDbClient client() {
        return Engine.CLIENT;
    }

    /// Another client of the same tables, set up as the functions set up theirs.
    public DynamoDbClient client(ExecutionInterceptor line) {
        return Engine.builder()
                .defaultsMode(DefaultsMode.IN_REGION)
                .overrideConfiguration(it -> it.addExecutionInterceptor(line))
                .build();
    }

    public URI endpoint() {
        return Engine.ENDPOINT;
    }

    /// The same, where its line ends.
    ///
    /// @param patience with an engine that says nothing
    public DynamoDbClient client(URI end, Duration patience) {
        return Engine.builder()
                .endpointOverride(end)
                .defaultsMode(DefaultsMode.IN_REGION)
                .httpClient(
                        new HttpLine(
                                UrlConnectionHttpClient.builder().socketTimeout(patience).build()))
                .build();
    }

    public String galleryTable() {
        return galleryTable;
    }

    public String connectionsTable() {
        return connectionsTable;
    }

    private static String newTable(String kind) {
        String name = kind + "-" + TABLES.incrementAndGet();
        Engine.CLIENT.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("pk"), attribute("sk"))
                        .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
        return name;
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /// Lives as long as the JVM, and starts when the first table is asked for.
    private static final class Engine {
        private static final URI ENDPOINT = start();
        private static final DynamoDbClient CLIENT = builder().build();

        private static DynamoDbClientBuilder builder() {
            return DynamoDbClient.builder()
                    .endpointOverride(ENDPOINT)
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create("test", "test")))
                    .httpClient(UrlConnectionHttpClient.create());
        }

        private static URI start() {
            if (System.getProperty("sqlite4java.library.path") == null) {
                System.setProperty("sqlite4java.library.path", "target/native");
            }
            try {
                // Not by its own server, which listens on every interface.
                var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
                server.setHandler(new LocalDynamoDBServerHandler(engine, "*"));
                server.start();
                return server.getURI().resolve("/");
            } catch (Exception e) {
                throw new IllegalStateException("DynamoDB Local did not start", e);
            }
        }
    }
}
