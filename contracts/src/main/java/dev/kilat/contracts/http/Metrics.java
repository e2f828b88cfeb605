package dev.kilat.contracts.http;

import java.util.Map;

/// @param rooms connections of each room: `admin` or `event:{slug}`
public record Metrics(long connectedClients, long totalMessages, Map<String, Long> rooms) {}
