package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.memory.MemoryConnections;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomListTest {
    private static final Room WEDDING = new Room.OfEvent(new EventSlug("wedding"));

    private final VirtualTime time = new VirtualTime();
    private final MemoryConnections connections = new MemoryConnections();
    private final Steps steps = new Steps();
    private final RoomList rooms = new RoomList(steps.of(Connections.class, connections), time);

    @Test
    void a_room_that_nobody_enters_is_listed_once_a_second() {
        enter("a");
        rooms.of(WEDDING);
        int listed = steps.taken();

        for (int frame = 0; frame < 9; frame++) {
            time.sleep(Duration.ofMillis(100));
            assertThat(rooms.of(WEDDING)).containsExactly("a");
        }
        int counted = (steps.taken() - listed) / 9;
        time.sleep(Duration.ofMillis(100));
        int before = steps.taken();
        rooms.of(WEDDING);

        assertThat(steps.taken() - before).isEqualTo(2 * counted);
    }

    @Test
    void whoever_enters_is_listed_at_once() {
        enter("a");
        rooms.of(WEDDING);

        enter("b");

        assertThat(rooms.of(WEDDING)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoever_comes_back_is_listed_at_once() {
        enter("a");
        enter("b");
        connections.move("b", Set.of());
        assertThat(rooms.of(WEDDING)).containsExactly("a");

        connections.move("b", Set.of(WEDDING));

        assertThat(rooms.of(WEDDING)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoever_left_is_not_listed_a_second_later() {
        enter("a");
        rooms.of(WEDDING);
        connections.remove("a");

        time.sleep(RoomList.FRESH);

        assertThat(rooms.of(WEDDING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whoever_entered_before_a_frame_is_listed_for_it_wherever_others_enter(long seed) {
        Random random = new Random(seed);
        Set<String> in = new HashSet<>();
        steps.at(() -> {
            if (in.size() < 200 && random.nextInt(3) == 0) {
                String id = "c" + in.size();
                enter(id);
                in.add(id);
            }
        });
        for (int frame = 0; frame < 300; frame++) {
            Set<String> before = Set.copyOf(in);
            assertThat(rooms.of(WEDDING)).containsAll(before);
            time.sleep(Duration.ofMillis(random.nextInt(300)));
        }
        assertThat(in).hasSize(200);
    }

    private void enter(String id) {
        LiveTicket ticket = new LiveTicket(WEDDING.toString(), "guest", Role.GUEST);
        connections.add(Connection.opened(id, ticket, time.instant()));
    }
}
