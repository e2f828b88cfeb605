package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.Caller;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.identity.Tokens;
import dev.kilat.live.Admission.Admitted;
import dev.kilat.live.memory.MemoryConnections;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final String ORIGIN = "https://gallery.example";
    private static final Room WEDDING = new Room.OfEvent(GrowingLog.EVENT);

    private final VirtualTime time = new VirtualTime();
    private int ids;
    private final Tokens tokens =
            new Tokens(() -> "secret".repeat(20), time, () -> "ticket-" + ids++);
    private final MemoryConnections connections = new MemoryConnections();
    private final GrowingLog log = new GrowingLog();
    private final Admission admission =
            new Admission(tokens, connections, log, URI.create(ORIGIN), time);

    @Test
    void a_page_of_ours_with_a_ticket_is_in_its_room_when_the_answer_comes() {
        assertThat(admission.connect("a", ticket(), ORIGIN)).isEqualTo(Admitted.OPEN);

        assertThat(connections.in(WEDDING, time.instant())).containsExactly("a");
        assertThat(connections.find("a"))
                .hasValueSatisfying(it -> {
                    assertThat(it.subject()).isEqualTo("guest-1");
                    assertThat(it.role()).isEqualTo(Role.GUEST);
                    assertThat(it.expiresAt())
                            .isEqualTo(time.instant().plus(Duration.ofMinutes(125)));
                });
    }

    @Test
    void what_is_no_page_sends_no_origin_and_may_come_in() {
        assertThat(admission.connect("a", ticket(), null)).isEqualTo(Admitted.OPEN);
    }

    @Test
    void a_foreign_page_stays_outside_whatever_it_holds() {
        assertThat(admission.connect("a", ticket(), "https://evil.example"))
                .isEqualTo(Admitted.FOREIGN_ORIGIN);
        assertThat(admission.connect("a", ticket(), "null")).isEqualTo(Admitted.FOREIGN_ORIGIN);
        assertThat(connections.find("a")).isEmpty();
    }

    @Test
    void without_a_good_ticket_nobody_comes_in() {
        String guest =
                tokens.guest(new Caller.Guest("guest-1", GrowingLog.EVENT, GrowingLog.MADE, "Sari"))
                        .token();
        String expired = ticket();

        assertThat(admission.connect("a", null, ORIGIN)).isEqualTo(Admitted.NO_TICKET);
        assertThat(admission.connect("a", "rubbish", ORIGIN)).isEqualTo(Admitted.NO_TICKET);
        assertThat(admission.connect("a", guest, ORIGIN)).isEqualTo(Admitted.NO_TICKET);
        time.sleep(Duration.ofSeconds(61));
        assertThat(admission.connect("a", expired, ORIGIN)).isEqualTo(Admitted.NO_TICKET);
        assertThat(connections.find("a")).isEmpty();
    }

    @Test
    void a_ticket_of_a_purged_event_opens_nothing_even_when_its_slug_is_taken_again() {
        String before = ticket(GrowingLog.MADE.minusSeconds(1));
        assertThat(admission.connect("a", before, ORIGIN)).isEqualTo(Admitted.NO_TICKET);

        log.purge();
        assertThat(admission.connect("a", ticket(), ORIGIN)).isEqualTo(Admitted.NO_TICKET);

        assertThat(connections.find("a")).isEmpty();
    }

    @Test
    void a_ticket_opens_one_connection() {
        String ticket = ticket();
        assertThat(admission.connect("a", ticket, ORIGIN)).isEqualTo(Admitted.OPEN);

        assertThat(admission.connect("b", ticket, ORIGIN)).isEqualTo(Admitted.NO_TICKET);
        admission.disconnect("a");
        assertThat(admission.connect("c", ticket, null)).isEqualTo(Admitted.NO_TICKET);
        assertThat(connections.find("b")).isEmpty();
    }

    @Test
    void two_pages_of_a_guest_in_the_same_second_have_two_tickets() {
        assertThat(admission.connect("a", ticket(), ORIGIN)).isEqualTo(Admitted.OPEN);
        assertThat(admission.connect("b", ticket(), ORIGIN)).isEqualTo(Admitted.OPEN);
    }

    @Test
    void a_foreign_page_does_not_use_up_the_ticket() {
        String ticket = ticket();
        admission.connect("a", ticket, "https://evil.example");

        assertThat(admission.connect("b", ticket, ORIGIN)).isEqualTo(Admitted.OPEN);
    }

    @Test
    void whoever_disconnects_is_forgotten() {
        admission.connect("a", ticket(), ORIGIN);

        admission.disconnect("a");

        assertThat(connections.in(WEDDING, time.instant())).isEmpty();
    }

    private String ticket() {
        return ticket(GrowingLog.MADE);
    }

    private String ticket(Instant eventMadeAt) {
        return tokens.live(new LiveTicket("event:wedding", "guest-1", Role.GUEST, eventMadeAt))
                .token();
    }
}
