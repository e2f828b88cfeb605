package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Conversation.Said;
import dev.kilat.live.Frame.Refusal;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.photo.Head;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Room WEDDING = new Room.OfEvent(GrowingLog.EVENT);
    private static final EventSlug UNKNOWN = new EventSlug("party");
    private static final Frame NOT_FOUND = new Frame.Refused(Refusal.NOT_FOUND);
    private static final Frame JOINED =
            new Frame.JoinedEvent(GrowingLog.EVENT, new Head("epoch-1", 1, 0, GrowingLog.MADE));

    private final MemoryConnections connections = new MemoryConnections();
    private final GrowingLog log = new GrowingLog();
    private final Conversation conversation = new Conversation(connections, log);

    ConversationTest() {
        log.grow();
    }

    @Test
    void a_ping_is_answered() {
        guest();
        assertThat(conversation.answer("guest", new Said.Ping())).contains(new Frame.Pong());
    }

    @Test
    void a_page_that_nobody_would_post_to_learns_of_it_when_it_pings() {
        assertThat(conversation.answer("anyone", new Said.Ping())).contains(NOT_FOUND);
    }

    @Test
    void what_is_unclear_is_refused() {
        assertThat(conversation.answer("anyone", new Said.Unclear()))
                .contains(new Frame.Refused(Refusal.INVALID_REQUEST));
    }

    @Test
    void a_guest_leaves_and_joins_the_event_of_its_ticket() {
        guest();

        assertThat(conversation.answer("guest", new Said.Leave())).isEmpty();
        assertThat(connections.in(WEDDING, NOW)).isEmpty();

        assertThat(conversation.answer("guest", new Said.Join(GrowingLog.EVENT))).contains(JOINED);
        assertThat(connections.in(WEDDING, NOW)).containsExactly("guest");
    }

    @Test
    void a_guest_cannot_join_another_event() {
        guest();

        assertThat(conversation.answer("guest", new Said.Join(UNKNOWN))).contains(NOT_FOUND);
        assertThat(connections.in(WEDDING, NOW)).containsExactly("guest");
        assertThat(connections.in(new Room.OfEvent(UNKNOWN), NOW)).isEmpty();
    }

    @Test
    void a_guest_of_another_event_cannot_join_this_one() {
        open("guest", "event:" + UNKNOWN, Role.GUEST);

        assertThat(conversation.answer("guest", new Said.Join(GrowingLog.EVENT)))
                .contains(NOT_FOUND);
        assertThat(connections.in(WEDDING, NOW)).isEmpty();
    }

    @Test
    void a_guest_of_an_event_that_had_the_slug_before_cannot_join_this_one() {
        Instant before = GrowingLog.MADE.minusSeconds(1);
        connections.add(
                Connection.opened(
                        "guest",
                        new LiveTicket("event:" + GrowingLog.EVENT, "guest", Role.GUEST, before),
                        NOW));
        conversation.answer("guest", new Said.Leave());

        assertThat(conversation.answer("guest", new Said.Join(GrowingLog.EVENT)))
                .contains(NOT_FOUND);
        assertThat(connections.in(WEDDING, NOW)).isEmpty();
    }

    @Test
    void an_admin_joins_any_event_and_stays_among_admins() {
        open("admin", "admin", Role.ADMIN);

        assertThat(conversation.answer("admin", new Said.Join(GrowingLog.EVENT))).contains(JOINED);
        assertThat(connections.in(WEDDING, NOW)).containsExactly("admin");
        assertThat(connections.in(Room.ADMIN, NOW)).containsExactly("admin");

        assertThat(conversation.answer("admin", new Said.Leave()))
                .contains(new Frame.JoinedAdmins());
        assertThat(connections.in(WEDDING, NOW)).isEmpty();
        assertThat(connections.in(Room.ADMIN, NOW)).containsExactly("admin");
    }

    @Test
    void nobody_joins_an_event_that_does_not_exist() {
        open("admin", "admin", Role.ADMIN);

        assertThat(conversation.answer("admin", new Said.Join(UNKNOWN))).contains(NOT_FOUND);
        assertThat(connections.in(Room.ADMIN, NOW)).containsExactly("admin");
    }

    @Test
    void a_connection_that_is_gone_joins_nothing() {
        assertThat(conversation.answer("gone", new Said.Join(GrowingLog.EVENT)))
                .contains(NOT_FOUND);
        assertThat(conversation.answer("gone", new Said.Leave())).contains(NOT_FOUND);
    }

    private void guest() {
        open("guest", "event:" + GrowingLog.EVENT, Role.GUEST);
    }

    private void open(String id, String room, Role role) {
        connections.add(
                Connection.opened(id, new LiveTicket(room, id, role, GrowingLog.MADE), NOW));
    }
}
