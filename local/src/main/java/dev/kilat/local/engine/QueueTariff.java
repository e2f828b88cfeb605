package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.bill.Use;

/// A request costs by its size and its answer's.
final class QueueTariff implements Metered.Tariff {
    @Override
    public Use of(String operation, int bytes, JsonNode answer) {
        boolean idle = operation.equals("ReceiveMessage") && answer.path("Messages").isEmpty();
        return new Use.QueueRequest(operation, bytes, idle);
    }
}
