package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.LiveSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everybody at the socket's door, and in every room.
@ExtendWith(Cloud.class)
class SocketRightsTest {
    private final Cloud.Running kilat;
    private final Intruders intruders;
    private final String slug;
    private final KilatClient guest;

    SocketRightsTest(Cloud.Running kilat) {
        this.kilat = kilat;
        intruders = new Intruders(kilat.cloud());
        slug = kilat.event();
        guest = kilat.visitor().session(slug, "Guest", null);
    }

    @Test
    void no_socket_opens_without_a_ticket(TestReporter report) {
        Map<String, String> papers = new LinkedHashMap<>(intruders.papers(slug, madeAt()));
        papers.put("empty", "");
        papers.put("a guest's own token", session(slug));
        papers.put("an admin's own token", intruders.ago(Duration.ZERO).admin("admin").token());
        papers.put("a ticket with a blank", ticket() + " ");
        papers.put("a ticket with a line's end", ticket() + "\n");
        papers.put("a ticket without its end", ticket().substring(0, ticket().length() - 1));
        papers.put("two tickets", ticket() + "," + ticket());
        papers.forEach((name, paper) ->
                assertThat(handshake(paper, kilat.origin())).as(name).isEqualTo(401));
        assertThat(handshake(live(), kilat.origin(), "")).isEqualTo(401);
        report.publishEntry("P5", papers.size() + " papers at the socket, 0 opened");
    }

    @Test
    void no_foreign_page_opens_a_socket_and_none_uses_a_ticket_up() {
        String ticket = ticket();
        String port = kilat.origin().replaceFirst(".*:", "");
        for (String origin :
                List.of(
                        "https://evil.example",
                        "null",
                        "file://",
                        kilat.origin().replace("http:", "https:"),
                        kilat.origin() + ".evil.example",
                        kilat.origin() + "/",
                        kilat.origin().toUpperCase(java.util.Locale.ROOT),
                        kilat.origin().replace(port, "1"),
                        "http://evil.example#" + kilat.origin())) {
            assertThat(handshake(ticket, origin)).as(origin).isEqualTo(403);
        }
        assertThat(handshake(ticket, kilat.origin())).isEqualTo(101);
    }

    @Test
    void a_ticket_opens_one_socket() {
        String ticket = ticket();

        assertThat(handshake(ticket, kilat.origin())).isEqualTo(101);
        assertThat(handshake(ticket, kilat.origin())).isEqualTo(401);
        assertThat(handshake(ticket, kilat.origin())).isEqualTo(401);
    }

    @Test
    void a_guest_gets_into_no_room_but_its_own(TestReporter report) throws Exception {
        String other = kilat.event();
        String secret = kilat.event("private").path("slug").asText();
        String purged = kilat.event();
        kilat.admin().call("DELETE", "/api/admin/events/" + purged, null).expect();
        List<String> rooms =
                List.of(
                        other,
                        secret,
                        purged,
                        "no-such-event",
                        "admin",
                        "event:" + other,
                        slug + "\\u0000" + other,
                        "../" + other,
                        other + "#1",
                        "No!",
                        "");
        try (Guest page = new Guest(guest, slug, false)) {
            for (String room : rooms) {
                page.socket().send("{\"action\":\"event:join\",\"event_slug\":\"" + room + "\"}");
                assertThat(page.frame("error").path("code").asText())
                        .as(room)
                        .isIn("not-found", "invalid-request");
            }
            for (String said :
                    List.of(
                            "{\"action\":\"admin:join\"}",
                            "{\"action\":\"event:join\",\"room\":\"admin\"}",
                            "{\"action\":\"event:join\",\"event_slug\":[\"" + other + "\"]}",
                            "{\"action\":\"event:join\",\"event_slug\":null}",
                            "{\"action\":[\"ping\"]}",
                            "[".repeat(5000),
                            "{\"action\":\"ping\",\"action\":\"ping\"}",
                            "{\"action\":\"batch:events\",\"event_slug\":\"" + other + "\"}")) {
                page.socket().send(said);
                assertThat(page.frame("error").path("code").asText())
                        .as(said)
                        .isEqualTo("invalid-request");
            }
            hearsOnlyItsOwn(page, List.of(other, secret));
        }
        report.publishEntry("P5", rooms.size() + " rooms for a guest, 0 entered");
    }

    /// What happens elsewhere, failures and comments among it, which only admins hear of at once.
    private void hearsOnlyItsOwn(Guest page, List<String> elsewhere) throws InterruptedException {
        for (String event : elsewhere) {
            String id = kilat.admin().upload(event, Photos.jpeg()).path("photo_id").asText();
            kilat.admin().upload(event, Photos.garbage(2000));
            Map<String, String> said =
                    Map.of("id", UUID.randomUUID().toString(), "content", "Only for them");
            kilat.admin().call("POST", "/api/photos/" + id + "/comments", said).expect();
        }
        kilat.admin().upload(slug, Photos.garbage(3000));
        String own = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        page.hears("photo:upload:complete", own);
        assertThat(page.heard())
                .allMatch(event -> event.path("photo_id").asText().equals(own))
                .noneMatch(event -> event.path("type").asText().equals("photo:failed"));
    }

    @Test
    void what_a_page_says_reaches_no_other_page() throws Exception {
        try (Guest one = new Guest(guest, slug, true);
                Guest other = new Guest(guest, slug, true)) {
            one.frame("joined");
            other.frame("joined");
            one.socket()
                    .send(
                            """
                            {"type":"batch:events","action":"photo:deleted","event_slug":"%s",
                            "epoch":"%s","head":1,"events":[{"type":"photo:deleted","seq":1,
                            "photo_id":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}]}
                            """
                                    .formatted(slug, UUID.randomUUID()));
            assertThat(one.frame("error").path("code").asText()).isEqualTo("invalid-request");
            other.catchUp();
            assertThat(other.heard()).isEmpty();
        }
    }

    @Test
    void a_message_beyond_the_limits_ends_its_own_connection_only() throws Exception {
        try (Guest quiet = new Guest(guest, slug, true);
                LiveSocket loud = guest.live(slug)) {
            loud.send("{\"action\":\"ping\",\"x\":\"" + "x".repeat(140_000) + "\"}");
            assertThat(loud.closed().join()).isEqualTo(1009);
            quiet.catchUp();
        }
    }

    private String ticket() {
        String url =
                call(guest, "POST", "/api/gallery/" + slug + "/live", null)
                        .body()
                        .path("url")
                        .asText();
        return url.substring(url.indexOf("ticket=") + 7);
    }

    private Instant madeAt() {
        JsonNode event = kilat.admin().call("GET", "/api/admin/events/" + slug, null).expect();
        return Instant.parse(event.path("created_at").asText());
    }

    private String session(String event) {
        return call(kilat.visitor(), "POST", "/api/gallery/" + event + "/sessions", Map.of())
                .body()
                .path("token")
                .asText();
    }

    private String live() {
        return kilat.origin().replaceFirst("^http", "ws") + "/live";
    }

    private int handshake(String ticket, String origin) {
        return handshake(
                live(), origin, "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
    }

    private static int handshake(String live, String origin, String query) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket =
                    http.newWebSocketBuilder()
                            .header("Origin", origin)
                            .connectTimeout(Duration.ofSeconds(10))
                            .buildAsync(URI.create(live + query), new WebSocket.Listener() {})
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
