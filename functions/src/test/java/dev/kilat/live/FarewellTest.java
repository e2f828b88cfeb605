package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.memory.MemoryConnections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FarewellTest {
    private static final Room WEDDING = new Room.OfEvent(new EventSlug("wedding"));
    private static final Room PARTY = new Room.OfEvent(new EventSlug("party"));

    private final VirtualTime time = new VirtualTime();
    private final MemoryConnections connections = new MemoryConnections();
    private final List<String> cutOff = new CopyOnWriteArrayList<>();
    private final Farewell farewell = new Farewell(connections, cutOff::add, time);

    @Test
    void all_pages_of_the_event_are_cut_off_and_forgotten_and_no_other() {
        open("a", WEDDING, Role.GUEST);
        open("b", WEDDING, Role.ADMIN);
        open("c", PARTY, Role.GUEST);

        assertThat(farewell.empty(WEDDING, time.instant().plusSeconds(1))).isTrue();

        assertThat(cutOff).containsExactlyInAnyOrder("a", "b");
        assertThat(connections.find("a")).isEmpty();
        assertThat(connections.in(WEDDING, time.instant())).isEmpty();
        assertThat(connections.in(PARTY, time.instant())).containsExactly("c");
    }

    @Test
    void an_admin_who_only_looked_in_stays_among_admins() {
        open("admin", Room.ADMIN, Role.ADMIN);
        connections.move("admin", Set.of(Room.ADMIN, WEDDING));

        assertThat(farewell.empty(WEDDING, time.instant().plusSeconds(1))).isTrue();

        assertThat(cutOff).isEmpty();
        assertThat(connections.in(Room.ADMIN, time.instant())).containsExactly("admin");
        assertThat(connections.in(WEDDING, time.instant())).isEmpty();
    }

    @Test
    void whoever_cannot_be_cut_off_hears_nothing_more_all_the_same() {
        open("a", WEDDING, Role.GUEST);
        Hangup broken =
                _ -> {
                    throw new IllegalStateException("answered 500");
                };

        assertThat(
                        new Farewell(connections, broken, time)
                                .empty(WEDDING, time.instant().plusSeconds(1)))
                .isTrue();

        assertThat(connections.in(WEDDING, time.instant())).isEmpty();
    }

    @Test
    void what_is_left_at_the_end_of_the_time_has_the_next_call() {
        open("a", WEDDING, Role.GUEST);

        assertThat(farewell.empty(WEDDING, time.instant())).isFalse();
        assertThat(farewell.empty(WEDDING, time.instant().plusSeconds(1))).isTrue();

        assertThat(cutOff).containsExactly("a");
    }

    private void open(String id, Room room, Role role) {
        connections.add(
                Connection.opened(id, new LiveTicket(room.toString(), id, role), time.instant()));
    }
}
