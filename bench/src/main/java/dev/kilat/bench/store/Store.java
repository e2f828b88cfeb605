package dev.kilat.bench.store;

import dev.kilat.aws.DynamoDbChangeLog;
import dev.kilat.aws.DynamoDbEvents;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.bench.measure.Child;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Pending;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// DynamoDB Local in memory, in a process of its own, with both of Kilat's tables.
public final class Store implements AutoCloseable {
    public static final String GALLERY = "gallery";
    public static final String CONNECTIONS = "connections";

    private final Child engine;
    private final DynamoDbClient client;
    private final ReadMeter reads = new ReadMeter();
    private final CallMeter calls = new CallMeter();

    private Store(Child engine) {
        this.engine = engine;
        this.client =
                DynamoDbClient.builder()
                        .endpointOverride(URI.create(engine.ask("where").asText()))
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("bench", "bench")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .overrideConfiguration(config ->
                                config.addExecutionInterceptor(reads)
                                        .addExecutionInterceptor(calls))
                        .build();
    }

    public static Store start() {
        // As many connections as there would be functions at work.
        System.setProperty("http.maxConnections", "256");
        Store store = new Store(Child.java(StoreProcess.FLAGS, StoreProcess.class));
        store.create(GALLERY);
        store.create(CONNECTIONS);
        return store;
    }

    /// What DynamoDB Local has taken of the processors until now.
    public Duration spent() {
        return engine.spent();
    }

    public DynamoDbClient client() {
        return client;
    }

    public ReadMeter reads() {
        return reads;
    }

    public CallMeter calls() {
        return calls;
    }

    public DynamoDbChangeLog changeLog() {
        return new DynamoDbChangeLog(client, GALLERY);
    }

    public EventSlug event(String slug) {
        EventSlug event = new EventSlug(slug);
        new DynamoDbEvents(client, GALLERY)
                .create(
                        new Event(
                                event, slug, null, null, Access.PUBLIC, null, Instant.now(), null));
        return event;
    }

    /// Tickets for so many photos, to the events in turn.
    public List<Pending> claim(List<EventSlug> events, int photos) {
        Pictures pictures = new Pictures();
        DynamoDbPending pending = new DynamoDbPending(client, GALLERY);
        List<Pending> tickets = new ArrayList<>();
        for (int i = 0; i < photos; i++) {
            Pending ticket = pictures.ticket(events.get(i % events.size()));
            pending.claim(ticket);
            tickets.add(ticket);
        }
        return tickets;
    }

    private void create(String table) {
        client.createTable(create ->
                create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(text("pk"), text("sk"))
                        .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }
}
