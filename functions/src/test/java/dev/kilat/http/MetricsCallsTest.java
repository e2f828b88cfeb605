package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsCallsTest {
    private static final String PATH = "/api/admin/events/wedding/metrics";

    private final Api api = new Api();

    @Test
    void an_event_that_nobody_knows_yet_has_figures_too() {
        api.store.create(Samples.event(Samples.WEDDING));

        var answer = api.call("GET", PATH, api.adminToken(), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString())
                .isEqualTo(
                        "{\"guests\":0,\"photo_count\":0,\"like_count\":0,\"comment_count\":0,"
                                + "\"publish_latency\":{\"photos\":0,\"p50_ms\":null,\"p95_ms\":null}}");
    }

    @Test
    void the_figures_are_of_this_event() {
        api.store.create(Samples.event(Samples.WEDDING));
        api.store.create(Samples.event(Samples.PARTY));
        var ticket = Samples.ticket(Samples.WEDDING);
        api.store.claim(ticket);
        Photo photo =
                api.journal
                        .commit(Samples.WEDDING, List.of(Samples.added(Samples.photo(ticket))))
                        .getFirst();
        api.likes.like(photo, "somebody");
        api.publishTimes.add(Samples.WEDDING, List.of(Duration.ofMillis(200)), api.clock.instant());
        api.publishTimes.add(Samples.PARTY, List.of(Duration.ofMillis(5)), api.clock.instant());
        open("guest", Role.GUEST);
        open("admin", Role.ADMIN);

        var json = api.call("GET", PATH, api.adminToken(), null).json();

        assertThat(json.path("guests").asInt()).isEqualTo(1);
        assertThat(json.path("photo_count").asInt()).isEqualTo(1);
        assertThat(json.path("like_count").asInt()).isEqualTo(1);
        assertThat(json.at("/publish_latency/photos").asInt()).isEqualTo(1);
        assertThat(json.at("/publish_latency/p95_ms").asLong()).isBetween(180L, 220L);
    }

    @Test
    void there_are_none_of_an_event_that_is_not_there() {
        assertThat(api.call("GET", PATH, api.adminToken(), null).status()).isEqualTo(404);
    }

    private void open(String id, Role role) {
        LiveTicket ticket = new LiveTicket("event:wedding", id, role);
        api.connections.add(Connection.opened(id, ticket, api.clock.instant()));
    }
}
