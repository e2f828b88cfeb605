package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Region;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A transaction asks for the actions of its items, a batch for its own on each table.
record DynamoDbRules(Region region) implements AccessRules {
    private static final Map<String, String> TRANSACTED =
            Map.of(
                    "Put", "PutItem",
                    "Update", "UpdateItem",
                    "Delete", "DeleteItem",
                    "ConditionCheck", "ConditionCheckItem",
                    "Get", "GetItem");

    @Override
    public List<Access> of(String operation, JsonNode body) {
        return switch (operation) {
            case "TransactWriteItems", "TransactGetItems" ->
                    body.path("TransactItems")
                            .valueStream()
                            .flatMap(item -> item.properties().stream())
                            .map(item ->
                                    access(
                                            TRANSACTED.getOrDefault(item.getKey(), item.getKey()),
                                            item.getValue().path("TableName").asText()))
                            .distinct()
                            .toList();
            case "BatchGetItem", "BatchWriteItem" ->
                    body.path("RequestItems")
                            .propertyStream()
                            .map(table -> access(operation, table.getKey()))
                            .toList();
            default -> Stream.of(access(operation, body.path("TableName").asText())).toList();
        };
    }

    private Access access(String operation, String table) {
        String arn = table.startsWith("arn:") ? table : region.arn("dynamodb", "table/" + table);
        return new Access("dynamodb:" + operation, arn);
    }
}
