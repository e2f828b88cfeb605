package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every store of connections promises.
public abstract class ConnectionsContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Room WEDDING = new Room.OfEvent(new EventSlug("wedding"));
    private static final Room PARTY = new Room.OfEvent(new EventSlug("party"));

    protected abstract Connections connections();

    @Test
    void a_ticket_is_the_first_connections_that_takes_it() {
        assertThat(connections().take("ticket", "a", NOW)).isTrue();
        assertThat(connections().take("ticket", "b", NOW)).isFalse();
        assertThat(connections().take("ticket", "a", NOW)).isTrue();
        assertThat(connections().take("Ticket", "b", NOW)).isTrue();
    }

    @Test
    void of_many_that_take_a_ticket_at_once_one_has_it() {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> asked =
                    IntStream.range(0, 20)
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> connections().take("ticket", "c" + i, NOW),
                                            crowd))
                            .toList();
            assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(1);
        }
    }

    @Test
    void a_connection_is_found_as_it_was_added() {
        Connection guest = guest("Abc=", WEDDING);
        connections().add(guest);

        assertThat(connections().find("Abc=")).contains(guest);
        assertThat(connections().find("abc=")).isEmpty();
        assertThat(connections().in(WEDDING, NOW)).containsExactly("Abc=");
    }

    @Test
    void a_room_lists_all_its_connections_and_no_others() {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "c" + i).toList();
        ids.forEach(id -> connections().add(guest(id, WEDDING)));
        connections().add(guest("other", PARTY));
        connections().add(guest("admin", Room.ADMIN));

        assertThat(connections().in(WEDDING, NOW)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(connections().in(PARTY, NOW)).containsExactly("other");
        assertThat(connections().in(Room.ADMIN, NOW)).containsExactly("admin");
    }

    @Test
    void whoever_enters_a_room_is_counted_when_the_call_returns() {
        long none = connections().entered(WEDDING);
        connections().add(guest("a", WEDDING));
        long one = connections().entered(WEDDING);
        connections().move("a", Set.of());
        connections().move("a", Set.of(PARTY));
        long still = connections().entered(WEDDING);
        connections().move("a", Set.of(WEDDING));
        long two = connections().entered(WEDDING);
        // As after a death between the move and the count.
        connections().move("a", Set.of(WEDDING));
        long again = connections().entered(WEDDING);
        connections().remove("a");
        connections().add(guest("a", WEDDING));

        assertThat(one).isNotEqualTo(none);
        assertThat(still).isEqualTo(one);
        assertThat(two).isNotEqualTo(one);
        assertThat(again).isNotEqualTo(two);
        assertThat(connections().entered(WEDDING)).isNotIn(none, one, two, again);
        assertThat(connections().entered(Room.ADMIN)).isEqualTo(none);
    }

    @Test
    void admins_who_look_at_an_event_are_none_of_its_guests() {
        connections().add(guest("a", WEDDING));
        connections().add(guest("b", WEDDING));
        connections().add(guest("elsewhere", PARTY));
        LiveTicket admin = new LiveTicket(WEDDING.toString(), "admin", Role.ADMIN);
        connections().add(Connection.opened("admin", admin, NOW));

        assertThat(connections().guestsIn(WEDDING, NOW)).isEqualTo(2);
        assertThat(connections().guestsIn(WEDDING, NOW.plus(Connection.LONGEST_LIFE))).isZero();
    }

    @Test
    void an_expired_connection_is_not_listed() {
        Connection guest = guest("a", WEDDING);
        connections().add(guest);

        assertThat(connections().in(WEDDING, guest.expiresAt().minusSeconds(1))).hasSize(1);
        assertThat(connections().in(WEDDING, guest.expiresAt())).isEmpty();
    }

    @Test
    void a_removed_connection_is_in_no_room() {
        connections().add(guest("a", WEDDING));
        connections().move("a", Set.of(WEDDING, Room.ADMIN));

        connections().remove("a");
        connections().remove("a");

        assertThat(connections().find("a")).isEmpty();
        assertThat(connections().in(WEDDING, NOW)).isEmpty();
        assertThat(connections().in(Room.ADMIN, NOW)).isEmpty();
    }

    @Test
    void a_connection_moves_between_rooms() {
        connections().add(guest("a", Room.ADMIN));

        assertThat(connections().move("a", Set.of(Room.ADMIN, WEDDING))).isTrue();
        assertThat(connections().in(Room.ADMIN, NOW)).containsExactly("a");
        assertThat(connections().in(WEDDING, NOW)).containsExactly("a");

        assertThat(connections().move("a", Set.of(Room.ADMIN, PARTY))).isTrue();
        assertThat(connections().in(WEDDING, NOW)).isEmpty();
        assertThat(connections().in(PARTY, NOW)).containsExactly("a");

        assertThat(connections().move("a", Set.of())).isTrue();
        assertThat(connections().in(Room.ADMIN, NOW)).isEmpty();
        assertThat(connections().in(PARTY, NOW)).isEmpty();
        assertThat(connections().find("a")).map(Connection::rooms).contains(Set.of());
        assertThat(connections().find("a")).map(Connection::home).contains(Room.ADMIN);
    }

    @Test
    void a_connection_that_is_gone_cannot_move() {
        assertThat(connections().move("a", Set.of(WEDDING))).isFalse();
        assertThat(connections().in(WEDDING, NOW)).isEmpty();
        assertThat(connections().find("a")).isEmpty();
    }

    @Test
    void moving_while_closing_leaves_nothing_behind() {
        Random random = new Random(7);
        List<Room> rooms = List.of(WEDDING, PARTY, Room.ADMIN);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String id = "c" + round;
                connections().add(guest(id, Room.ADMIN));
                Stream<Runnable> moves =
                        Stream.generate(() -> rooms.get(random.nextInt(rooms.size())))
                                .limit(3)
                                .map(room -> () -> connections().move(id, Set.of(room)));
                List<CompletableFuture<Void>> all =
                        Stream.concat(moves, Stream.of(() -> connections().remove(id)))
                                .map(work -> CompletableFuture.runAsync(work, threads))
                                .toList();
                all.forEach(CompletableFuture::join);
            }
        }
        for (Room room : rooms) {
            assertThat(connections().in(room, NOW)).as(room.toString()).isEmpty();
        }
    }

    private static Connection guest(String id, Room room) {
        return Connection.opened(id, new LiveTicket(room.toString(), "guest-1", Role.GUEST), NOW);
    }
}
