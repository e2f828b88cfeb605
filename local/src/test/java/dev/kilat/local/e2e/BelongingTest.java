package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.get;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.LiveSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nobody gets in who does not belong.
@ExtendWith(Cloud.class)
class BelongingTest {
    @Test
    void a_guest_of_one_event_gets_nothing_of_another(Cloud.Running kilat) throws Exception {
        String mine = kilat.event();
        String theirs = kilat.event();
        String id = kilat.admin().upload(theirs, Photos.jpeg()).path("photo_id").asText();
        KilatClient guest = kilat.visitor().session(mine, "Guest", null);
        JsonNode unknown = call(guest, "GET", "/api/gallery/no-such-event", null).body();
        for (String path :
                List.of(
                        "/api/gallery/" + theirs,
                        "/api/gallery/" + theirs + "/photos",
                        "/api/gallery/" + theirs + "/photos/" + id,
                        "/api/gallery/" + mine + "/photos/" + id,
                        "/api/photos/" + id + "/download")) {
            var answer = call(guest, "GET", path, null);
            refused(404, "not-found", answer);
            assertThat(answer.body().path("title")).as(path).isEqualTo(unknown.path("title"));
            assertThat(answer.body().path("detail")).as(path).isEqualTo(unknown.path("detail"));
        }
        refused(404, "not-found", call(guest, "POST", "/api/gallery/" + theirs + "/live", null));
        try (Guest page = new Guest(guest, mine, false)) {
            page.socket().send("{\"action\":\"event:join\",\"event_slug\":\"" + theirs + "\"}");
            assertThat(page.frame("error").path("code").asText()).isEqualTo("not-found");
            kilat.admin().upload(theirs, Photos.jpeg());
            String own = kilat.admin().upload(mine, Photos.jpeg()).path("photo_id").asText();
            page.hears("photo:upload:complete", own);
            assertThat(page.heard()).allMatch(event -> event.path("photo_id").asText().equals(own));
        }
    }

    @Test
    void a_private_event_opens_to_its_secret_only(Cloud.Running kilat) {
        JsonNode event = kilat.event("private");
        String slug = event.path("slug").asText();
        String secret = event.path("join_secret").asText();
        assertThat(event.path("join_url").asText())
                .isEqualTo(kilat.origin() + "/e/" + slug + "#join=" + secret);
        String sessions = "/api/gallery/" + slug + "/sessions";
        var none = call(kilat.visitor(), "POST", sessions, Map.of("name", "Guest"));
        refused(404, "not-found", none);
        var wrong = call(kilat.visitor(), "POST", sessions, Map.of("join_secret", "guess"));
        refused(404, "not-found", wrong);
        var nowhere =
                call(kilat.visitor(), "POST", "/api/gallery/no-such-event/sessions", Map.of());
        assertThat(wrong.body().path("detail")).isEqualTo(nowhere.body().path("detail"));
        var right = call(kilat.visitor(), "POST", sessions, Map.of("join_secret", secret));
        assertThat(right.status()).isEqualTo(201);
        KilatClient guest = kilat.visitor().withToken(right.body().path("token").asText());
        assertThat(get(guest, "/api/gallery/" + slug).path("photo_count").asInt()).isZero();
    }

    @Test
    void a_guests_token_opens_no_admin_call_and_no_token_opens_nothing(Cloud.Running kilat) {
        String slug = kilat.event();
        KilatClient guest = kilat.visitor().session(slug, "Guest", null);
        refused(403, "forbidden", call(guest, "GET", "/api/admin/events", null));
        refused(401, "unauthenticated", call(kilat.visitor(), "GET", "/api/admin/events", null));
        refused(401, "unauthenticated", call(kilat.visitor(), "GET", "/api/gallery/" + slug, null));
        refused(
                401,
                "unauthenticated",
                call(kilat.visitor().withToken("forged"), "GET", "/api/gallery/" + slug, null));
    }

    @Test
    void a_socket_opens_to_a_ticket_and_our_own_pages_only(Cloud.Running kilat) {
        String slug = kilat.event();
        KilatClient guest = kilat.visitor().session(slug, "Guest", null);
        String url =
                call(guest, "POST", "/api/gallery/" + slug + "/live", null)
                        .body()
                        .path("url")
                        .asText();
        String live = url.replaceFirst("[?].*", "");
        assertThat(handshake(live, kilat.origin())).isEqualTo(401);
        assertThat(handshake(live + "?ticket=forged", kilat.origin())).isEqualTo(401);
        assertThat(handshake(url, "https://elsewhere.example")).isEqualTo(403);
        assertThat(handshake(url, kilat.origin())).isEqualTo(101);
    }

    @Test
    void a_page_speaks_and_is_answered(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        try (Guest guest = new Guest(kilat.visitor(), slug)) {
            JsonNode joined = guest.frame("joined");
            assertThat(joined.path("room").asText()).isEqualTo("event:" + slug);
            assertThat(joined.path("head").asLong()).isZero();
            guest.catchUp();
            guest.socket().send("{\"action\":\"event:leave\"}");
            guest.socket().send("{\"action\":\"event:join\",\"eventSlug\":\"" + slug + "\"}");
            guest.frame("joined");
            guest.socket().send("{\"action\":\"shout\"}");
            guest.frame("error");
            guest.socket().send("no json");
            guest.frame("error");
        }
    }

    @Test
    void live_numbers_count_who_is_there(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        LiveSocket socket = kilat.visitor().session(slug, "Guest", null).live(slug);
        Wire.await(
                () -> get(kilat.admin(), "/api/metrics/live"),
                metrics -> metrics.path("rooms").path("event:" + slug).asInt() == 1);
        socket.close();
        Wire.await(
                () -> get(kilat.admin(), "/api/metrics/live"),
                metrics -> metrics.path("rooms").path("event:" + slug).asInt() == 0);
    }

    private static int handshake(String url, String origin) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket =
                    http.newWebSocketBuilder()
                            .header("Origin", origin)
                            .connectTimeout(Duration.ofSeconds(10))
                            .buildAsync(URI.create(url), new WebSocket.Listener() {})
                            .join();
            socket.abort();
            return 101;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }
}
