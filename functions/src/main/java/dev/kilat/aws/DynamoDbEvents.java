package dev.kilat.aws;

import static dev.kilat.aws.Attributes.instantIf;
import static dev.kilat.aws.Attributes.numberIf;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.textIf;

import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Events on the gallery table: META, an empty log's HEAD, and a row in the list of all events.
public final class DynamoDbEvents implements Events {
    private static final String LISTED = "EVENTS";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbEvents(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean create(Event event) {
        Map<String, AttributeValue> head = Keys.head(event.slug());
        head.put("seq", Attributes.number(0));
        head.put("photo_count", Attributes.number(0));
        head.put("made_at", Attributes.text(event.createdAt().toString()));
        head.put("epoch", Attributes.text(UUID.randomUUID().toString()));
        return committed(
                putNew(write(event)), putNew(head), putNew(Keys.eventListed(event.slug())));
    }

    @Override
    public Optional<Event> find(EventSlug slug) {
        return meta(slug).filter(item -> !item.containsKey("purging")).map(DynamoDbEvents::read);
    }

    @Override
    public List<Event> all() {
        return listed().map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Event::createdAt).reversed())
                .toList();
    }

    @Override
    public boolean update(Event event) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(write(event))
                            .conditionExpression(
                                    "attribute_exists(pk) AND attribute_not_exists(purging)"));
            return true;
        } catch (ConditionalCheckFailedException gone) {
            return false;
        }
    }

    @Override
    public boolean startPurge(EventSlug slug) {
        return startPurge(slug, "attribute_exists(pk)", Map.of());
    }

    @Override
    public boolean startPurge(Event outstayed) {
        var was = write(outstayed);
        return startPurge(
                outstayed.slug(),
                "created_at = :made AND ends_at = :ends AND retention_days = :days",
                Map.of(
                        ":made", Objects.requireNonNull(was.get("created_at")),
                        ":ends", Objects.requireNonNull(was.get("ends_at")),
                        ":days", Objects.requireNonNull(was.get("retention_days"))));
    }

    private boolean startPurge(
            EventSlug slug, String condition, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> now = new HashMap<>(values);
        now.put(":now", Attributes.truth(true));
        return committed(
                TransactWriteItem.builder()
                        .update(update ->
                                update.tableName(table)
                                        .key(Keys.event(slug))
                                        .updateExpression("SET purging = :now")
                                        .conditionExpression(
                                                condition + " AND attribute_not_exists(purging)")
                                        .expressionAttributeValues(now))
                        .build(),
                // Without its HEAD no writer can append to the log any more.
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table).key(Keys.head(slug)))
                        .build());
    }

    /// False if a condition does not hold. Who only meets another transaction on the same rows,
    /// such as a photo's commit, tries again.
    private boolean committed(TransactWriteItem... items) {
        while (true) {
            try {
                dynamo.transactWriteItems(request -> request.transactItems(items));
                return true;
            } catch (TransactionCanceledException cancelled) {
                List<String> codes =
                        cancelled.cancellationReasons().stream()
                                .map(reason -> reason.code())
                                .toList();
                if (codes.contains("ConditionalCheckFailed")) {
                    return false;
                }
                if (!codes.contains("TransactionConflict")) {
                    throw cancelled;
                }
            }
        }
    }

    @Override
    public List<EventSlug> purging() {
        return due(Instant.MIN).purging();
    }

    @Override
    public Due due(Instant now) {
        List<EventSlug> purging = new ArrayList<>();
        List<Event> outstayed = new ArrayList<>();
        listed().flatMap(slug -> meta(slug).stream())
                .forEach(item -> {
                    if (item.containsKey("purging")) {
                        purging.add(new EventSlug(text(item, "slug")));
                    } else if (read(item).isOutstayed(now)) {
                        outstayed.add(read(item));
                    }
                });
        return new Due(purging, outstayed);
    }

    @Override
    public void forget(EventSlug slug) {
        dynamo.transactWriteItems(request ->
                request.transactItems(
                        Stream.of(Keys.eventListed(slug), Keys.event(slug))
                                .map(key ->
                                        TransactWriteItem.builder()
                                                .delete(delete -> delete.tableName(table).key(key))
                                                .build())
                                .toList()));
    }

    private Stream<EventSlug> listed() {
        List<EventSlug> slugs = new ArrayList<>();
        dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Attributes.text(LISTED))))
                .items()
                .forEach(item -> slugs.add(new EventSlug(text(item, "sk"))));
        return slugs.stream();
    }

    private Optional<Map<String, AttributeValue>> meta(EventSlug slug) {
        return Optional.of(
                        dynamo.getItem(get ->
                                get.tableName(table).key(Keys.event(slug)).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> answer.item());
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private static Map<String, AttributeValue> write(Event event) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.event(event.slug()));
        item.putAll(
                new Attributes()
                        .put("slug", event.slug().value())
                        .put("name", event.name())
                        .put("starts_at", event.startsAt())
                        .put("ends_at", event.endsAt())
                        .put("access", event.access().name().toLowerCase(Locale.ROOT))
                        .put("join_secret_hash", event.joinSecretHash())
                        .put("created_at", event.createdAt())
                        .put("retention_days", event.retentionDays())
                        .map());
        return item;
    }

    private static Event read(Map<String, AttributeValue> item) {
        return new Event(
                new EventSlug(text(item, "slug")),
                text(item, "name"),
                instantIf(item, "starts_at").orElse(null),
                instantIf(item, "ends_at").orElse(null),
                Access.valueOf(text(item, "access").toUpperCase(Locale.ROOT)),
                textIf(item, "join_secret_hash").orElse(null),
                Instant.parse(text(item, "created_at")),
                numberIf(item, "retention_days").map(Math::toIntExact).orElse(null));
    }
}
