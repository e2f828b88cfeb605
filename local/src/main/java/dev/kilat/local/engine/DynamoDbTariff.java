package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.bill.Use;
import java.util.stream.StreamSupport;

/// A request costs the units that the engine says it consumed.
final class DynamoDbTariff implements Metered.Tariff {
    @Override
    public ObjectNode asking(ObjectNode request) {
        return request.put("ReturnConsumedCapacity", "TOTAL");
    }

    /// A batch and a transaction are answered with the units of each table.
    @Override
    public Use of(String operation, int bytes, JsonNode answer) {
        JsonNode consumed = answer.path("ConsumedCapacity");
        double units =
                consumed.isArray()
                        ? StreamSupport.stream(consumed.spliterator(), false)
                                .mapToDouble(DynamoDbTariff::units)
                                .sum()
                        : units(consumed);
        return new Use.TableRequest(operation, units);
    }

    private static double units(JsonNode consumed) {
        return consumed.path("CapacityUnits").asDouble();
    }
}
