package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.aws.JsonLog;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever reads the logs learns what happened to which id, and nobody's name, words, password or
/// token.
@ExtendWith(Cloud.class)
class LogCanariesTest {
    private static final String CANARY = "canary" + UUID.randomUUID().toString().substring(0, 8);

    /// Held, as loggers are garbage collected with their levels.
    private final Logger root = Logger.getLogger("");

    private final Logger ours = Logger.getLogger("dev.kilat");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Ear();
    private final Cloud.Running kilat;

    LogCanariesTest(Cloud.Running kilat) {
        this.kilat = kilat;
    }

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void listen_no_more() {
        root.removeHandler(ear);
        ours.setLevel(null);
    }

    @Test
    void no_line_tells_a_name_a_word_or_a_secret(TestReporter report) throws Exception {
        JsonNode event = kilat.event("private");
        String slug = event.path("slug").asText();
        String secret = event.path("join_secret").asText();
        KilatClient visitor = kilat.visitor();
        List<String> canaries = new ArrayList<>(List.of(CANARY, secret));
        canaries.add(kilat.cloud().adminPassword());

        visitor.call("POST", "/api/auth/login", login(CANARY, CANARY + "-password"));
        JsonNode admin =
                visitor.call(
                                "POST",
                                "/api/auth/login",
                                login("admin", kilat.cloud().adminPassword()))
                        .expect();
        canaries.add(admin.path("token").asText());
        String sessions = "/api/gallery/" + slug + "/sessions";
        visitor.call("POST", sessions, Map.of("name", CANARY, "join_secret", CANARY + "guess"));
        visitor.call("POST", sessions, "{\"name\":\"" + CANARY + "\", not json");
        JsonNode session =
                visitor.call("POST", sessions, Map.of("name", CANARY, "join_secret", secret))
                        .expect();
        canaries.add(session.path("token").asText());
        KilatClient guest = visitor.withToken(session.path("token").asText());
        visitor.withToken(CANARY + ".a.b").call("GET", "/api/gallery/" + slug, null);

        PhotoFile photo = new PhotoFile(CANARY + ".jpg", "image/jpeg", Photos.jpeg().bytes());
        JsonNode ticket = kilat.admin().requestTickets(slug, List.of(photo)).path(0);
        canaries.add(ticket.at("/upload/url").asText().replaceFirst(".*X-Amz-Signature=", ""));
        kilat.admin().put(ticket, photo.bytes()).expect();
        String id = ticket.path("photo_id").asText();
        kilat.admin().complete(id);
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");

        String live =
                guest.call("POST", "/api/gallery/" + slug + "/live", null)
                        .expect()
                        .path("url")
                        .asText();
        canaries.add(live.substring(live.indexOf("ticket=") + 7));
        try (Guest page = new Guest(guest, slug, true)) {
            page.frame("joined");
            page.socket().send("{\"action\":\"" + CANARY + "\"}");
            page.frame("error");
            Map<String, String> said =
                    Map.of(
                            "id",
                            UUID.randomUUID().toString(),
                            "author_name",
                            CANARY,
                            "content",
                            "From " + CANARY);
            guest.call("POST", "/api/photos/" + id + "/comments", said).expect();
            page.hears(heard -> heard.path("type").asText().equals("comment:added"));
        }
        guest.call("GET", "/api/photos/" + id + "/download", null);
        kilat.admin().call("PATCH", "/api/admin/events/" + slug, Map.of("name", CANARY)).expect();
        kilat.admin().call("DELETE", "/api/admin/events/" + slug, null).expect();

        assertThat(lines).anyMatch(line -> line.contains(slug));
        assertThat(lines).anyMatch(line -> line.contains(session.path("guest_id").asText()));
        for (String canary : canaries) {
            assertThat(canary).hasSizeGreaterThan(8);
            assertThat(lines).noneMatch(line -> line.contains(canary));
        }
        report.publishEntry(
                "canaries", lines.size() + " lines, " + canaries.size() + " canaries, 0 sung");
    }

    private static Map<String, String> login(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord line) {
            lines.add(new JsonLog().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
