package dev.kilat.live;

import dev.kilat.event.Event;
import dev.kilat.event.Events;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Who is connected now.
public final class LiveMetrics {
    private final Events events;
    private final Connections connections;
    private final Tally tally;
    private final InstantSource clock;

    public LiveMetrics(Events events, Connections connections, Tally tally, InstantSource clock) {
        this.events = events;
        this.connections = connections;
        this.tally = tally;
        this.clock = clock;
    }

    public Snapshot now() {
        Instant now = clock.instant();
        Set<String> clients = new HashSet<>();
        Map<String, Integer> rooms = new TreeMap<>();
        for (Room room : rooms()) {
            List<String> ids = connections.in(room, now);
            if (!ids.isEmpty()) {
                rooms.put(room.toString(), ids.size());
                clients.addAll(ids);
            }
        }
        return new Snapshot(clients.size(), tally.total(), rooms);
    }

    private List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        rooms.add(Room.ADMIN);
        for (Event event : events.all()) {
            rooms.add(new Room.OfEvent(event.slug()));
        }
        return rooms;
    }

    /// @param connectedClients each once, in however many rooms it is
    /// @param totalMessages posted since the gallery was set up
    /// @param rooms those that anybody is in: `admin`, `event:{slug}`
    public record Snapshot(int connectedClients, long totalMessages, Map<String, Integer> rooms) {}
}
