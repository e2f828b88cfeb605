package dev.kilat.live.memory;

import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.live.Connections;
import dev.kilat.live.Room;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public final class MemoryConnections implements Connections {
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final Map<Room, Long> entered = new ConcurrentHashMap<>();

    @Override
    public boolean take(String ticket, String id, Instant until) {
        return tickets.computeIfAbsent(ticket, _ -> id).equals(id);
    }

    @Override
    public void add(Connection connection) {
        connections.put(connection.id(), connection);
        connection.rooms().forEach(this::count);
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public boolean move(String id, Set<Room> rooms) {
        if (connections.computeIfPresent(id, (_, from) -> moved(from, rooms)) == null) {
            return false;
        }
        rooms.forEach(this::count);
        return true;
    }

    private void count(Room room) {
        entered.merge(room, 1L, Long::sum);
    }

    @Override
    public long entered(Room room) {
        return entered.getOrDefault(room, 0L);
    }

    @Override
    public void remove(String id) {
        connections.remove(id);
    }

    @Override
    public List<String> in(Room room, Instant now) {
        return connections.values().stream()
                .filter(it -> it.rooms().contains(room) && it.expiresAt().isAfter(now))
                .map(Connection::id)
                .toList();
    }

    @Override
    public int guestsIn(Room room, Instant now) {
        return (int)
                in(room, now).stream()
                        .filter(id -> find(id).filter(it -> it.role() == Role.GUEST).isPresent())
                        .count();
    }

    private static Connection moved(Connection from, Set<Room> rooms) {
        return new Connection(
                from.id(),
                from.home(),
                from.eventMadeAt(),
                rooms,
                from.subject(),
                from.role(),
                from.connectedAt(),
                from.expiresAt());
    }
}
