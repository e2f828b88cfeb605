package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/// A table of the template.
///
/// @param expiry attribute with the epoch second after which an item may be removed
public record Table(
        String name,
        List<KeySchemaElement> key,
        List<AttributeDefinition> attributes,
        Optional<String> expiry) {

    public static List<Table> of(Assembly assembly) {
        return assembly.ofType("AWS::DynamoDB::Table").stream()
                .map(table -> of(assembly, table))
                .toList();
    }

    private static Table of(Assembly assembly, Resource table) {
        JsonNode properties = assembly.properties(table);
        for (String unplayed :
                List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes", "StreamSpecification")) {
            if (properties.has(unplayed)) {
                throw new TemplateException(
                        "%s has %s, which the local cloud does not play"
                                .formatted(table.where(), unplayed));
            }
        }
        return new Table(
                assembly.ref(table),
                properties.path("KeySchema").valueStream().map(Table::keyElement).toList(),
                properties
                        .path("AttributeDefinitions")
                        .valueStream()
                        .map(Table::attribute)
                        .toList(),
                Optional.ofNullable(
                        properties
                                .path("TimeToLiveSpecification")
                                .path("AttributeName")
                                .textValue()));
    }

    private static KeySchemaElement keyElement(JsonNode key) {
        return KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build();
    }

    private static AttributeDefinition attribute(JsonNode attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText())
                .build();
    }

    /// Makes the table, unless the data directory already holds it.
    public void create(DynamoDbClient dynamo) {
        try {
            dynamo.createTable(table ->
                    table.tableName(name)
                            .keySchema(key)
                            .attributeDefinitions(attributes)
                            .billingMode(BillingMode.PAY_PER_REQUEST));
        } catch (ResourceInUseException alreadyThere) {
            return;
        }
        expiry.ifPresent(attribute ->
                dynamo.updateTimeToLive(update ->
                        update.tableName(name)
                                .timeToLiveSpecification(
                                        ttl -> ttl.enabled(true).attributeName(attribute))));
    }
}
