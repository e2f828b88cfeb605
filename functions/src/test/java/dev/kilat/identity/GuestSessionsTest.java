package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.JoinSecret;
import dev.kilat.identity.GuestSessions.Outcome;
import dev.kilat.photo.MemoryGalleryStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestSessionsTest {
    private static final EventSlug SECRET = new EventSlug("secret");
    private static final EventSlug OPEN = new EventSlug("open");
    private static final EventSlug NOWHERE = new EventSlug("nowhere");
    private static final String HALL = "192.0.2.1";

    private final Clock clock = new Clock();
    private final SecureRandom random = new SecureRandom();
    private final MemoryGalleryStore events = new MemoryGalleryStore();
    private final JoinSecret secret = JoinSecret.random(random);
    private final GuestSessions sessions =
            new GuestSessions(
                    events,
                    new MemoryRateLimit(clock),
                    new Tokens(() -> "s".repeat(64), clock, () -> "id"),
                    random);

    @BeforeEach
    void a_private_event_and_a_public_one() {
        events.create(event(SECRET, Access.PRIVATE, secret.hash()));
        events.create(event(OPEN, Access.PUBLIC, null));
    }

    @Test
    void the_secret_opens_its_event() {
        assertThat(open(SECRET, secret.value())).isInstanceOf(Outcome.Session.class);
        assertThat(open(OPEN, null)).isInstanceOf(Outcome.Session.class);
    }

    @Test
    void whoever_has_no_right_cannot_tell_a_private_event_from_none() {
        for (String guess : new String[] {null, "", "guess", secret.value() + " ", secret.hash()}) {
            assertThat(open(SECRET, guess)).isEqualTo(new Outcome.Closed());
            assertThat(open(NOWHERE, guess)).isEqualTo(new Outcome.Closed());
        }
    }

    @Test
    void whoever_keeps_guessing_is_told_to_wait_and_still_cannot_tell() {
        for (EventSlug slug : new EventSlug[] {SECRET, NOWHERE}) {
            for (int i = 0; i < 20; i++) {
                assertThat(open(slug, "guess " + i)).isEqualTo(new Outcome.Closed());
            }
            assertThat(open(slug, "guess")).isEqualTo(new Outcome.TooMany(Duration.ofMinutes(1)));
        }
        clock.passes(Duration.ofMinutes(1));
        assertThat(open(SECRET, "guess")).isEqualTo(new Outcome.Closed());
    }

    @Test
    void who_guesses_keeps_nobody_out() {
        for (int i = 0; i < 50; i++) {
            open(SECRET, "guess " + i);
        }

        assertThat(open(SECRET, secret.value())).isInstanceOf(Outcome.Session.class);
        assertThat(open(OPEN, null)).isInstanceOf(Outcome.Session.class);
        assertThat(sessions.open(SECRET, null, "guess", "192.0.2.2"))
                .isEqualTo(new Outcome.Closed());
        assertThat(open(NOWHERE, null)).isEqualTo(new Outcome.Closed());
    }

    @Test
    void a_hall_of_guests_comes_in_from_one_address() {
        for (int i = 0; i < 500; i++) {
            assertThat(open(SECRET, secret.value())).isInstanceOf(Outcome.Session.class);
        }
    }

    private Outcome open(EventSlug slug, @Nullable String joinSecret) {
        return sessions.open(slug, null, joinSecret, HALL);
    }

    private static Event event(EventSlug slug, Access access, @Nullable String hash) {
        return new Event(slug, "A day", null, null, access, hash, Instant.EPOCH, null);
    }
}
