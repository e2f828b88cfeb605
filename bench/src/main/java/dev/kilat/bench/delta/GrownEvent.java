package dev.kilat.bench.delta;

import dev.kilat.aws.DynamoDbPending;
import dev.kilat.bench.store.Pictures;
import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.Head;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// An event with many photos: one is published as ever, and its rows are the pattern for the rest,
/// written without the log's care for speed.
final class GrownEvent {
    private static final int MOST_WRITES = 25;

    private final Store store;
    private final EventSlug slug;
    private final List<WriteRequest> waiting = new ArrayList<>();

    private GrownEvent(Store store, EventSlug slug) {
        this.store = store;
        this.slug = slug;
    }

    static EventSlug of(Store store, String name, int photos) {
        EventSlug slug = store.event(name);
        new GrownEvent(store, slug).grow(photos);
        return slug;
    }

    private void grow(int photos) {
        Pictures pictures = new Pictures();
        Pending ticket = pictures.ticket(slug);
        new DynamoDbPending(store.client(), Store.GALLERY).claim(ticket);
        new Journal(store.changeLog(), Pause.real(), new Random(1))
                .commit(
                        slug,
                        List.of(
                                new Change.Added(
                                        ticket.published("image/jpeg", 400, 300, Instant.EPOCH),
                                        Instant.now())));
        Map<String, AttributeValue> change = first("CHANGES#");
        Map<String, AttributeValue> photo = first("PHOTOS#");
        for (int seq = 2; seq <= photos; seq++) {
            String id = pictures.ticket(slug).id().value();
            put(like(change, seq, id));
            put(like(photo, seq, id));
        }
        flush();
        store.client()
                .updateItem(update ->
                        update.tableName(Store.GALLERY)
                                .key(Map.of("pk", text("HEAD#" + slug), "sk", text("HEAD")))
                                .updateExpression("SET seq = :n, photo_count = :n")
                                .expressionAttributeValues(Map.of(":n", number(photos))));
        Head head = store.changeLog().head(slug).orElseThrow();
        if (head.seq() != photos || store.changeLog().after(slug, photos - 1L, 2).size() != 1) {
            throw new IllegalStateException("the rows of " + slug + " are no log: " + head);
        }
    }

    private Map<String, AttributeValue> first(String rows) {
        return store.client()
                .query(query ->
                        query.tableName(Store.GALLERY)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", text(rows + slug))))
                .items()
                .getFirst();
    }

    private static Map<String, AttributeValue> like(
            Map<String, AttributeValue> row, int seq, String photoId) {
        Map<String, AttributeValue> other = new HashMap<>(row);
        other.replaceAll((name, value) ->
                switch (name) {
                    case "sk" -> text("%012d".formatted(seq));
                    case "seq", "as_of" -> number(seq);
                    case "photo_id" -> text(photoId);
                    case "payload" -> AttributeValue.fromM(like(value.m(), seq, photoId));
                    default -> value;
                });
        return other;
    }

    private void put(Map<String, AttributeValue> item) {
        waiting.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        if (waiting.size() == MOST_WRITES) {
            flush();
        }
    }

    private void flush() {
        Map<String, List<WriteRequest>> left = Map.of(Store.GALLERY, List.copyOf(waiting));
        waiting.clear();
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> now = left;
            left =
                    store.client()
                            .batchWriteItem(write -> write.requestItems(now))
                            .unprocessedItems();
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(String.valueOf(value));
    }
}
