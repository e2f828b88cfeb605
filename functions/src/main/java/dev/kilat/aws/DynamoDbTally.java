package dev.kilat.aws;

import dev.kilat.live.Tally;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The count of posted messages, one row of the connections table: `METRICS` / `METRICS`.
public final class DynamoDbTally implements Tally {
    private static final Map<String, AttributeValue> KEY = Attributes.key("METRICS", "METRICS");

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbTally(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(long messages) {
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(KEY)
                        .updateExpression("ADD total_messages :messages")
                        .expressionAttributeValues(
                                Map.of(":messages", Attributes.number(messages))));
    }

    @Override
    public long total() {
        var row = dynamo.getItem(get -> get.tableName(table).key(KEY).consistentRead(true));
        return Attributes.numberIf(row.item(), "total_messages").orElse(0L);
    }
}
