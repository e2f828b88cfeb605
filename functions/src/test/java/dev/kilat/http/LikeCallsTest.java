package dev.kilat.http;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.contracts.HttpContract;
import dev.kilat.contracts.Schemas;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.photo.Change;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Liking a photo over HTTP.
class LikeCallsTest {
    private final Api api = new Api();
    private Photo photo = Samples.photo(Samples.ticket(WEDDING));

    @BeforeEach
    void a_photo_and_an_open_page() {
        api.store.create(Samples.event(WEDDING));
        api.store.create(Samples.event(PARTY));
        Pending ticket = Samples.ticket(WEDDING);
        api.store.claim(ticket);
        photo = commit(Samples.added(Samples.photo(ticket)));
        LiveTicket page = new LiveTicket("event:wedding", "00ff", Role.GUEST);
        api.connections.add(Connection.opened("page", page, api.clock.instant()));
    }

    @Test
    void a_like_is_counted_once_and_can_be_taken_back() {
        for (int i = 0; i < 2; i++) {
            JsonNode like = call("POST", "ayu").json();
            assertThat(like.path("photo_id").asText()).isEqualTo(photo.id().value());
            assertThat(like.path("like_count").asLong()).isEqualTo(1);
            assertThat(like.path("liked").asBoolean()).isTrue();
        }
        assertThat(call("POST", "budi").json().path("like_count").asLong()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            JsonNode unlike = call("DELETE", "ayu").json();
            assertThat(unlike.path("like_count").asLong()).isEqualTo(1);
            assertThat(unlike.path("liked").asBoolean()).isFalse();
        }
    }

    @Test
    void an_admin_likes_as_somebody_else_than_any_guest() {
        assertThat(call("POST", "admin").status()).isEqualTo(200);
        Api.Answer answer = api.call("POST", path(), api.adminToken(), null);
        assertThat(answer.json().path("like_count").asLong()).isEqualTo(2);
    }

    @Test
    void the_room_is_told_at_once_and_once_a_second() throws Exception {
        call("POST", "ayu");
        call("POST", "budi");
        call("POST", "citra");
        assertThat(api.posted).hasSize(1);
        String frame = api.posted.getFirst();
        assertThat(HttpContract.validate(Schemas.live("Frame"), frame)).isEmpty();
        JsonNode batch = new ObjectMapper().readTree(frame);
        assertThat(batch.path("event_slug").asText()).isEqualTo("wedding");
        assertThat(batch.path("head").asLong()).isEqualTo(1);
        assertThat(batch.at("/events/0/type").asText()).isEqualTo("photo:liked");
        assertThat(batch.at("/events/0/like_count").asLong()).isEqualTo(1);
        assertThat(api.queue.messages).containsExactly("likes " + photo.id());
    }

    @Test
    void a_photo_that_is_foreign_deleted_or_unknown_is_not_found() {
        for (String method : List.of("POST", "DELETE")) {
            Api.Answer foreign = api.call(method, path(), api.guestToken(PARTY), null);
            String never = "/api/photos/" + Samples.photoId() + "/like";
            Api.Answer unknown = api.call(method, never, api.guestToken(WEDDING), null);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.json()).isEqualTo(unknown.json());
        }
        commit(new Change.Deleted(photo.deleted(true)));
        assertThat(call("POST", "ayu").code()).isEqualTo("not-found");
        assertThat(call("DELETE", "ayu").code()).isEqualTo("not-found");
        assertThat(api.posted).isEmpty();
    }

    @Test
    void a_guest_who_floods_is_slowed_down_and_no_other_is() {
        for (int i = 0; i < 60; i++) {
            assertThat(call(i % 2 == 0 ? "POST" : "DELETE", "ayu").status()).isEqualTo(200);
        }
        for (String method : List.of("POST", "DELETE")) {
            Api.Answer limited = call(method, "ayu");
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.response().headers()).containsKey("retry-after");
        }
        assertThat(call("POST", "budi").status()).isEqualTo(200);
        api.clock.passes(Duration.ofMinutes(1));
        assertThat(call("POST", "ayu").status()).isEqualTo(200);
    }

    private Api.Answer call(String method, String guest) {
        String token = api.guestToken(guest, WEDDING, guest);
        return api.call(method, path(), token, null);
    }

    private String path() {
        return "/api/photos/" + photo.id() + "/like";
    }

    private Photo commit(Change change) {
        return api.journal.commit(WEDDING, List.of(change)).getFirst();
    }
}
