package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.live.memory.MemoryTally;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.Samples;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveMetricsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final MemoryGalleryStore events = new MemoryGalleryStore();
    private final MemoryConnections connections = new MemoryConnections();
    private final MemoryTally tally = new MemoryTally();
    private final LiveMetrics metrics =
            new LiveMetrics(events, connections, tally, InstantSource.fixed(NOW));

    @Test
    void everybody_counts_once_and_every_room_that_is_not_empty_is_named() {
        events.create(Samples.event(Samples.WEDDING));
        events.create(Samples.event(Samples.PARTY));
        open("guest-1", "event:wedding", NOW);
        open("guest-2", "event:wedding", NOW);
        open("admin", "admin", NOW);
        open("expired", "event:wedding", NOW.minus(Connection.LONGEST_LIFE));
        connections.move("admin", Set.of(Room.ADMIN, new Room.OfEvent(Samples.WEDDING)));
        tally.add(42);

        assertThat(metrics.now())
                .isEqualTo(new LiveMetrics.Snapshot(3, 42, Map.of("admin", 1, "event:wedding", 3)));
    }

    @Test
    void nobody_is_an_answer_too() {
        assertThat(metrics.now()).isEqualTo(new LiveMetrics.Snapshot(0, 0, Map.of()));
    }

    private void open(String id, String room, Instant connected) {
        LiveTicket ticket = new LiveTicket(room, id, Role.GUEST);
        connections.add(Connection.opened(id, ticket, connected));
    }
}
