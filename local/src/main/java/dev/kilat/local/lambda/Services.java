package dev.kilat.local.lambda;

import dev.kilat.aws.DynamoDbEvents;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.local.engine.Bucket;
import dev.kilat.local.engine.DynamoDbEngine;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.engine.ObjectEngine;
import dev.kilat.local.engine.QueueEngine;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// S3, DynamoDB and SQS over TLS, with one event in the gallery: all that a function needs to work
/// in a process of its own.
public final class Services implements AutoCloseable {
    static final EventSlug EVENT = new EventSlug("wedding");
    static final String GALLERY = "gallery";
    static final String CONNECTIONS = "connections";
    static final String ORIGINALS = "originals";
    private static final List<String> QUEUES = List.of("thumbnails", "fan-out");

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Certificate certificate;
    private final Uploads uploads;

    private Services(Path folder) {
        Principals principals = new Principals();
        AwsSessionCredentials root = principals.root().credentials();
        Certificate certificate = Certificate.in(folder);
        BlockingQueue<ObjectCreated> created = new LinkedBlockingQueue<>();
        ObjectEngine objects =
                running(
                        ObjectEngine.start(
                                folder,
                                "127.0.0.1",
                                0,
                                List.of(new Bucket(ORIGINALS, List.of())),
                                principals,
                                created::add));
        DynamoDbEngine database = running(DynamoDbEngine.start(null, principals, Region.LOCAL));
        QueueEngine queues = running(QueueEngine.start(null, principals, Region.LOCAL));
        URI s3 = URI.create("http://127.0.0.1:" + objects.port());

        var credentials = StaticCredentialsProvider.create(root);
        var region = software.amazon.awssdk.regions.Region.of(Region.LOCAL.name());
        DynamoDbClient dynamo =
                running(
                        DynamoDbClient.builder()
                                .endpointOverride(database.endpoint())
                                .region(region)
                                .credentialsProvider(credentials)
                                .httpClient(UrlConnectionHttpClient.create())
                                .build());
        S3Client bucket =
                running(
                        S3Client.builder()
                                .endpointOverride(s3)
                                .region(region)
                                .credentialsProvider(credentials)
                                .httpClient(UrlConnectionHttpClient.create())
                                .build());
        try (SqsClient sqs =
                SqsClient.builder()
                        .endpointOverride(queues.endpoint())
                        .region(region)
                        .credentialsProvider(credentials)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            QUEUES.forEach(name -> sqs.createQueue(queue -> queue.queueName(name)));
        }
        List.of(GALLERY, CONNECTIONS).forEach(name -> table(dynamo, name));
        new DynamoDbEvents(dynamo, GALLERY)
                .create(
                        new Event(
                                EVENT,
                                "Wedding",
                                null,
                                null,
                                Access.PUBLIC,
                                null,
                                Instant.now(),
                                null));
        uploads = new Uploads(new DynamoDbPending(dynamo, GALLERY), bucket, created);

        this.certificate = certificate;
        describe(root);
        variables.put("AWS_ENDPOINT_URL_S3", overTls(s3, certificate));
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", overTls(database.endpoint(), certificate));
        String sqs = overTls(queues.endpoint(), certificate);
        variables.put("AWS_ENDPOINT_URL_SQS", sqs);
        variables.put("THUMBNAIL_QUEUE_URL", sqs + "/000000000000/thumbnails");
        variables.put("FAN_OUT_QUEUE_URL", sqs + "/000000000000/fan-out");
    }

    /// @param folder for what is stored in it and goes away with the run
    public static Services start(Path folder) {
        return new Services(folder);
    }

    private void describe(AwsSessionCredentials root) {
        variables.put("AWS_REGION", Region.LOCAL.name());
        variables.put("AWS_ACCESS_KEY_ID", root.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", root.secretAccessKey());
        variables.put("AWS_SESSION_TOKEN", root.sessionToken());
        variables.put("LOG_LEVEL", "INFO");
        variables.put("PUBLIC_ORIGIN", "https://photos.example");
        variables.put("GALLERY_TABLE", GALLERY);
        variables.put("CONNECTIONS_TABLE", CONNECTIONS);
        variables.put("ORIGINALS_BUCKET", ORIGINALS);
        variables.put("CONNECTIONS_ENDPOINT", "https://127.0.0.1:9/live");
    }

    private static void table(DynamoDbClient dynamo, String name) {
        dynamo.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("pk"), attribute("sk"))
                        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
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

    private String overTls(URI service, Certificate certificate) {
        return running(TlsFront.before(service, certificate.server())).endpoint().toString();
    }

    /// What a function's process is told, trust in these services included.
    ///
    /// @param home of the JVM that runs it
    public Map<String, String> variables(Path home) {
        Map<String, String> told = new HashMap<>(variables);
        told.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore="
                        + certificate.trustedBeside(home)
                        + " -Djavax.net.ssl.trustStorePassword="
                        + Certificate.PASSWORD);
        return told;
    }

    /// Of a function that this very JVM runs.
    public Map<String, String> variables() {
        return variables(Path.of(System.getProperty("java.home")));
    }

    /// Uploads a photo that nobody has ingested yet.
    ///
    /// @return the event that S3 sends of it
    public String uploadPhoto() {
        return uploads.photo(ORIGINALS, EVENT);
    }

    private <T extends AutoCloseable> T running(T started) {
        running.push(started);
        return started;
    }

    @Override
    public void close() {
        for (AutoCloseable it : running) {
            try {
                it.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
