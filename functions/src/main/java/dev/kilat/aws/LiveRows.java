package dev.kilat.aws;

import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the connections table keeps of an event beside its connections: leases, upload runs,
/// figures, and rows of connections that ended without a word.
final class LiveRows {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    LiveRows(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// @return whether all are gone by `end`
    boolean delete(EventSlug event, Instant end) {
        return partitions(event).stream().allMatch(partition -> delete(partition, end));
    }

    private static List<String> partitions(EventSlug event) {
        Room room = new Room.OfEvent(event);
        List<String> partitions =
                new ArrayList<>(
                        List.of(
                                DynamoDbSenders.partition(event),
                                DynamoDbUploadRuns.partition(event),
                                DynamoDbPublishTimes.partition(event),
                                text(ConnectionRows.enteredKey(room), "pk")));
        for (int shard = 0; shard < ConnectionRows.SHARDS; shard++) {
            partitions.add(ConnectionRows.shard(room, shard));
        }
        return partitions;
    }

    private boolean delete(String partition, Instant end) {
        while (clock.instant().isBefore(end)) {
            List<Map<String, AttributeValue>> found =
                    dynamo.query(query ->
                                    query.tableName(table)
                                            .consistentRead(true)
                                            .limit(100)
                                            .keyConditionExpression("pk = :pk")
                                            .expressionAttributeValues(
                                                    Map.of(":pk", text(partition))))
                            .items();
            if (found.isEmpty()) {
                return true;
            }
            for (Map<String, AttributeValue> row : found) {
                var key = Attributes.key(text(row, "pk"), text(row, "sk"));
                dynamo.deleteItem(delete -> delete.tableName(table).key(key));
            }
        }
        return false;
    }
}
