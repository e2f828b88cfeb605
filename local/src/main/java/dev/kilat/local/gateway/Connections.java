package dev.kilat.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The open WebSockets, by connection id.
final class Connections {
    private final Map<String, Connection> open = new ConcurrentHashMap<>();

    void add(Connection connection) {
        open.put(connection.peer().connectionId(), connection);
    }

    void remove(Connection connection) {
        open.remove(connection.peer().connectionId());
    }

    Optional<Connection> find(String connectionId) {
        return Optional.ofNullable(open.get(connectionId));
    }

    List<Connection> all() {
        return List.copyOf(open.values());
    }
}
