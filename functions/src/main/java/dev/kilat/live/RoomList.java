package dev.kilat.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who is in a room. In a burst the room is not listed for each frame, but once a second and
/// whenever somebody has entered it.
///
/// A list that is a second old would miss who came within it: a page that asked for the delta on
/// opening would then learn of the next photo from the one after it, or by its poll. So whoever
/// enters is counted before its socket is open, and that count, one strong read, is asked for each
/// frame. Who left meanwhile may be posted to in vain, for a second.
public final class RoomList {
    static final Duration FRESH = Duration.ofSeconds(1);

    private final Connections connections;
    private final InstantSource clock;
    private final Map<Room, Listed> lists = new ConcurrentHashMap<>();

    public RoomList(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /// Ids of all connections that were in the room when this was called, and perhaps of some that
    /// left it just before.
    List<String> of(Room room) {
        // Counted first: who enters while the room is listed makes the list old.
        long entered = connections.entered(room);
        Instant now = clock.instant();
        if (entered == 0) {
            return List.of();
        }
        Listed known = lists.get(room);
        if (known != null && known.entered == entered && known.isFresh(now)) {
            return known.ids;
        }
        lists.values().removeIf(it -> !it.isFresh(now));
        List<String> ids = List.copyOf(connections.in(room, now));
        lists.put(room, new Listed(ids, entered, now));
        return ids;
    }

    private record Listed(List<String> ids, long entered, Instant at) {
        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }
    }
}
