package dev.kilat.bench.fanout;

import dev.kilat.live.Connection;
import dev.kilat.live.Connections;
import dev.kilat.live.Room;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// No connection is known: who is posted to is told by the slice.
final class Nobody implements Connections {
    @Override
    public boolean take(String ticket, String id, Instant until) {
        return true;
    }

    @Override
    public void add(Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.empty();
    }

    @Override
    public boolean move(String id, Set<Room> rooms) {
        return false;
    }

    @Override
    public void remove(String id) {}

    @Override
    public long entered(Room room) {
        return 0;
    }

    @Override
    public List<String> in(Room room, Instant now) {
        return List.of();
    }

    @Override
    public int guestsIn(Room room, Instant now) {
        return 0;
    }
}
