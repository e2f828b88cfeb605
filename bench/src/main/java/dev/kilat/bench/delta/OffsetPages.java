package dev.kilat.bench.delta;

import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// The peer: `?offset=N&limit=M` on the same rows, by reading what is skipped, as a store without
/// offsets must.
final class OffsetPages {
    private final Store store;

    OffsetPages(Store store) {
        this.store = store;
    }

    /// @return how many photos the page has
    int newest(EventSlug slug, int offset, int limit) {
        int left = offset + limit;
        int seen = 0;
        Map<String, AttributeValue> from = new HashMap<>();
        do {
            int wanted = left - seen;
            Map<String, AttributeValue> start = from;
            QueryResponse answer =
                    store.client()
                            .query(query ->
                                    query.tableName(Store.GALLERY)
                                            .consistentRead(true)
                                            .scanIndexForward(false)
                                            .keyConditionExpression("pk = :pk")
                                            .expressionAttributeValues(
                                                    Map.of(
                                                            ":pk",
                                                            AttributeValue.fromS("PHOTOS#" + slug)))
                                            .limit(wanted)
                                            .exclusiveStartKey(start.isEmpty() ? null : start));
            seen += answer.count();
            from = answer.lastEvaluatedKey();
        } while (!from.isEmpty() && seen < left);
        return Math.max(0, seen - offset);
    }
}
