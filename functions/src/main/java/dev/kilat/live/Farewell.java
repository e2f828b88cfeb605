package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

/// Empties the room of an event that is being purged. Its pages are cut off: they ask for another
/// ticket, and learn that there is nothing here any more.
public final class Farewell {
    private static final System.Logger LOG = System.getLogger(Farewell.class.getName());
    private static final int AT_ONCE = 32;

    private final Connections connections;
    private final Hangup hangup;
    private final InstantSource clock;

    public Farewell(Connections connections, Hangup hangup, InstantSource clock) {
        this.connections = connections;
        this.hangup = hangup;
        this.clock = clock;
    }

    /// @return whether all are out; if not, by `end`, the next call goes on
    public boolean empty(Room room, Instant end) {
        List<Boolean> out =
                connections.in(room, clock.instant()).stream()
                        .gather(Gatherers.mapConcurrent(AT_ONCE, id -> isOut(id, room, end)))
                        .toList();
        return out.stream().allMatch(Boolean::booleanValue);
    }

    private boolean isOut(String id, Room room, Instant end) {
        if (!clock.instant().isBefore(end)) {
            return false;
        }
        Optional<Connection> found = connections.find(id);
        if (found.isEmpty()) {
            return true;
        }
        if (found.get().home().equals(room)) {
            cutOff(id);
            connections.remove(id);
        } else {
            // An admin who only looked in.
            Set<Room> others = new HashSet<>(found.get().rooms());
            others.remove(room);
            connections.move(id, others);
        }
        return true;
    }

    /// Before it is forgotten: a socket that nobody knows would stay open, and silent, for hours.
    private void cutOff(String id) {
        try {
            hangup.hangUp(id);
        } catch (RuntimeException stillOpen) {
            // It hears nothing more, and its page asks for the delta when it renews the socket.
            LOG.log(WARNING, "could not cut off " + id, stillOpen);
        }
    }
}
