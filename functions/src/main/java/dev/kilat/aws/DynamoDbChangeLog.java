package dev.kilat.aws;

import static dev.kilat.aws.Attributes.instantIf;
import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Head;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The dense change log on the gallery table. The condition on HEAD makes the numbers dense; the
/// conditions on the other rows make each change happen once.
public final class DynamoDbChangeLog implements ChangeLog {
    private static final int MOST_GETS = 100;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Epochs epochs;
    private final WaitingRows waiting;

    public DynamoDbChangeLog(DynamoDbClient dynamo, String table) {
        this(dynamo, table, new Epochs(Optional.empty()));
    }

    public DynamoDbChangeLog(DynamoDbClient dynamo, String table, Epochs epochs) {
        this.dynamo = dynamo;
        this.table = table;
        this.epochs = epochs;
        this.waiting = new WaitingRows(dynamo, table);
    }

    @Override
    public Optional<Head> head(EventSlug event) {
        return item(Keys.head(event))
                .map(item ->
                        new Head(
                                epochs.read(text(item, "epoch")),
                                number(item, "seq"),
                                (int) number(item, "photo_count"),
                                instantIf(item, "made_at").orElse(null)));
    }

    @Override
    public Appended append(
            EventSlug event, Head expected, List<Change> changes, List<String> names) {
        ChangeWrites writes =
                new ChangeWrites(
                        table, event, expected, epochs.stored(expected.epoch()), changes, names);
        try {
            dynamo.transactWriteItems(request -> request.transactItems(writes.items()));
            return new Appended.Done(writes.after());
        } catch (TransactionCanceledException cancelled) {
            return outcome(cancelled, writes);
        }
    }

    private static Appended outcome(TransactionCanceledException cancelled, ChangeWrites writes) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        Set<Integer> refused = new TreeSet<>();
        boolean lost = false;
        for (int i = 0; i < reasons.size(); i++) {
            String code = Objects.requireNonNullElse(reasons.get(i).code(), "None");
            switch (code) {
                case "None" -> {}
                case "ConditionalCheckFailed" -> {
                    Optional<Integer> change = writes.refusedBy(i);
                    change.ifPresent(refused::add);
                    lost |= change.isEmpty();
                }
                case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" ->
                        lost = true;
                default -> throw cancelled;
            }
        }
        return lost || refused.isEmpty()
                ? new Appended.LostRace()
                : new Appended.Refused(Set.copyOf(refused));
    }

    @Override
    public List<Change.Logged> after(EventSlug event, long seq, int limit) {
        List<Change.Logged> prefix = new ArrayList<>();
        for (Map<String, AttributeValue> item :
                query(
                                QueryRequest.builder()
                                        .keyConditionExpression("pk = :pk AND sk > :sk")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        Attributes.text(Keys.changes(event)),
                                                        ":sk",
                                                        Attributes.text(Keys.sequence(seq)))),
                                limit)
                        .items()) {
            Change.Logged logged = ChangeItem.read(item, this::item);
            if (logged.seq() != seq + prefix.size() + 1) {
                break;
            }
            prefix.add(logged);
        }
        return prefix;
    }

    @Override
    public List<Photo> newest(EventSlug event, long beforeSeq, int limit) {
        List<Photo> photos = new ArrayList<>();
        String before = Keys.sequence(Math.min(beforeSeq, 999_999_999_999L));
        while (photos.size() < limit) {
            // Deleted photos are skipped here and not by a filter, which would hide how many were
            // read.
            Found page =
                    query(
                            QueryRequest.builder()
                                    .keyConditionExpression("pk = :pk AND sk < :sk")
                                    .scanIndexForward(false)
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":pk",
                                                    Attributes.text(Keys.photos(event)),
                                                    ":sk",
                                                    Attributes.text(before))),
                            limit);
            page.items().stream()
                    .map(PhotoItem::read)
                    .filter(photo -> !photo.deleted())
                    .limit(limit - photos.size())
                    .forEach(photos::add);
            if (!page.more()) {
                break;
            }
            before = text(page.items().getLast(), "sk");
        }
        return photos;
    }

    @Override
    public List<Photo> now(EventSlug event, Set<Long> addedAt) {
        List<Photo> photos = new ArrayList<>();
        List<Long> wanted = List.copyOf(addedAt);
        for (int from = 0; from < wanted.size(); from += MOST_GETS) {
            List<Map<String, AttributeValue>> keys =
                    wanted.subList(from, Math.min(from + MOST_GETS, wanted.size())).stream()
                            .map(seq -> Keys.photoState(event, seq))
                            .toList();
            Map<String, KeysAndAttributes> left =
                    Map.of(
                            table,
                            KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
            while (!left.isEmpty()) {
                Map<String, KeysAndAttributes> request = left;
                var answer = dynamo.batchGetItem(get -> get.requestItems(request));
                answer.responses().getOrDefault(table, List.of()).stream()
                        .map(PhotoItem::read)
                        .forEach(photos::add);
                left = answer.unprocessedKeys();
            }
        }
        return photos;
    }

    @Override
    public Optional<Photo> find(PhotoId id) {
        return item(Keys.photo(id))
                .filter(row -> row.containsKey("seq"))
                .flatMap(row ->
                        item(
                                Keys.photoState(
                                        new EventSlug(text(row, "event_slug")),
                                        number(row, "seq"))))
                .map(PhotoItem::read);
    }

    @Override
    public String leave(EventSlug event, Change change) {
        return waiting.leave(event, change);
    }

    @Override
    public List<Left> waiting(EventSlug event, int limit) {
        return waiting.some(event, limit);
    }

    @Override
    public Fate fate(EventSlug event, String name) {
        return waiting.fate(event, name);
    }

    @Override
    public void refuse(EventSlug event, String name) {
        waiting.refuse(event, name);
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        return Optional.of(
                        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> answer.item());
    }

    private Found query(QueryRequest.Builder query, int limit) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> from = new HashMap<>();
        do {
            var answer =
                    dynamo.query(
                            query.tableName(table)
                                    .consistentRead(true)
                                    .limit(limit - items.size())
                                    .exclusiveStartKey(from.isEmpty() ? null : from)
                                    .build());
            items.addAll(answer.items());
            from = answer.lastEvaluatedKey();
        } while (!from.isEmpty() && items.size() < limit);
        return new Found(items, !from.isEmpty());
    }

    private record Found(List<Map<String, AttributeValue>> items, boolean more) {}
}
