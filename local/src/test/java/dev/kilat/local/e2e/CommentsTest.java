package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.get;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.contracts.HttpContract;
import dev.kilat.contracts.Schemas;
import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.LiveSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What guests say, from the guest who writes to every page that is open.
@ExtendWith(Cloud.class)
class CommentsTest {
    @Test
    void a_comment_reaches_guests_admins_and_the_delta(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        String photo = published(kilat, slug);
        try (Guest reader = new Guest(kilat.visitor(), slug);
                LiveSocket admins = kilat.admin().liveAdmin()) {
            reader.frame("joined");
            String cursor = get(reader.client, "/api/gallery/" + slug).path("cursor").asText();
            KilatClient ayu = kilat.visitor().session(slug, "Ayu", null);
            String id = UUID.randomUUID().toString();

            Answer written = comment(ayu, photo, id, "Selamat!\nสวัสดี 👩‍❤️‍👨");

            assertThat(written.status()).isEqualTo(201);
            assertThat(written.body().path("author_name").asText()).isEqualTo("Ayu");
            assertThat(reader.hears("comment:added", photo).path("comment"))
                    .isEqualTo(written.body());
            JsonNode told = notification(admins, id);
            assertThat(told.path("event_slug").asText()).isEqualTo(slug);
            assertThat(told.path("comment")).isEqualTo(written.body());
            JsonNode delta = get(reader.client, "/api/gallery/" + slug + "/photos?since=" + cursor);
            assertThat(delta.path("comments")).containsExactly(written.body());
            assertThat(delta.at("/photos/0/comment_count").asInt()).isEqualTo(1);
            assertThat(comments(reader.client, photo)).containsExactly(written.body());
        }
    }

    @Test
    void the_same_comment_twice_is_one_and_admins_hear_of_it_once(Cloud.Running kilat)
            throws Exception {
        String slug = kilat.event();
        String photo = published(kilat, slug);
        KilatClient ayu = kilat.visitor().session(slug, "Ayu", null);
        String id = UUID.randomUUID().toString();
        try (LiveSocket admins = kilat.admin().liveAdmin()) {
            Answer first = comment(ayu, photo, id, "Once");
            Answer again = comment(ayu, photo, id, "Once");
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            String last = UUID.randomUUID().toString();
            comment(ayu, photo, last, "The last");
            notification(admins, id);
            assertThat(nextNotification(admins).at("/comment/id").asText()).isEqualTo(last);
        }
        assertThat(comments(ayu, photo)).hasSize(2);
        assertThat(count(ayu, slug, photo)).isEqualTo(2);
        KilatClient budi = kilat.visitor().session(slug, "Budi", null);
        Answer stolen = comment(budi, photo, id, "Mine");
        refused(400, "invalid-request", stolen);
        assertThat(stolen.body().path("field").asText()).isEqualTo("id");
    }

    @Test
    void what_admins_rule_reaches_guests_as_a_count(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        String photo = published(kilat, slug);
        KilatClient ayu = kilat.visitor().session(slug, "Ayu", null);
        String kept = UUID.randomUUID().toString();
        String ruled = UUID.randomUUID().toString();
        comment(ayu, photo, kept, "Kept");
        comment(ayu, photo, ruled, "Ruled");
        String path = "/api/admin/photos/" + photo + "/comments/" + ruled;
        try (Guest reader = new Guest(kilat.visitor(), slug)) {
            reader.frame("joined");
            Answer hidden = call(kilat.admin(), "PATCH", path, Map.of("hidden", true));
            assertThat(hidden.body().path("hidden").asBoolean()).isTrue();
            reader.hears(event -> recounted(event, photo, 1));
            assertThat(comments(reader.client, photo))
                    .extracting(comment -> comment.path("id").asText())
                    .containsExactly(kept);
            assertThat(latest(kilat, slug))
                    .extracting(comment -> comment.path("hidden").asBoolean())
                    .containsExactly(true, false);

            call(kilat.admin(), "PATCH", path, Map.of("hidden", false));
            reader.hears(event -> recounted(event, photo, 2));
            assertThat(comments(reader.client, photo)).hasSize(2);

            assertThat(call(kilat.admin(), "DELETE", path, null).status()).isEqualTo(204);
            refused(404, "not-found", call(kilat.admin(), "DELETE", path, null));
            Wire.await(
                    () -> {
                        catchUp(reader);
                        return reader.heard();
                    },
                    heard -> heard.stream().filter(it -> recounted(it, photo, 1)).count() == 2);
            assertThat(count(reader.client, slug, photo)).isEqualTo(1);
            assertThat(latest(kilat, slug)).hasSize(1);
            refused(404, "not-found", comment(ayu, photo, ruled, "Back again"));
        }
    }

    @Test
    void a_guest_writes_sixty_times_a_minute_however_fast(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        String photo = published(kilat, slug);
        KilatClient ayu = kilat.visitor().session(slug, "Ayu", null);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            calls.add(() -> comment(ayu, photo, UUID.randomUUID().toString(), "Cheers"));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnly(201, 429);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(60);
        Answer refused = comment(ayu, photo, UUID.randomUUID().toString(), "One more");
        refused(429, "rate-limited", refused);
        assertThat(Integer.parseInt(refused.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1, 60);
        assertThat(comments(ayu, photo)).hasSize(60);
        assertThat(count(ayu, slug, photo)).isEqualTo(60);
        KilatClient budi = kilat.visitor().session(slug, "Budi", null);
        assertThat(comment(budi, photo, UUID.randomUUID().toString(), "Me too").status())
                .isEqualTo(201);
    }

    @Test
    void a_guest_of_another_event_neither_reads_nor_writes(Cloud.Running kilat) throws Exception {
        String photo = published(kilat, kilat.event());
        KilatClient stranger = kilat.visitor().session(kilat.event(), "Stranger", null);
        refused(404, "not-found", comment(stranger, photo, UUID.randomUUID().toString(), "Hi"));
        refused(
                404,
                "not-found",
                call(stranger, "GET", "/api/photos/" + photo + "/comments", null));
        assertThat(comments(kilat.admin(), photo)).isEmpty();
    }

    private static String published(Cloud.Running kilat, String slug) throws InterruptedException {
        String id = kilat.admin().upload(slug, Photos.jpeg(640, 480)).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        return id;
    }

    private static Answer comment(KilatClient client, String photo, String id, String content) {
        return call(
                client,
                "POST",
                "/api/photos/" + photo + "/comments",
                Map.of("id", id, "content", content));
    }

    private static List<JsonNode> comments(KilatClient client, String photo) {
        return list(get(client, "/api/photos/" + photo + "/comments"));
    }

    private static List<JsonNode> latest(Cloud.Running kilat, String slug) {
        return list(get(kilat.admin(), "/api/admin/events/" + slug + "/comments"));
    }

    private static List<JsonNode> list(JsonNode answer) {
        List<JsonNode> comments = new ArrayList<>();
        answer.path("comments").forEach(comments::add);
        return comments;
    }

    private static int count(KilatClient client, String slug, String photo) {
        return get(client, "/api/gallery/" + slug + "/photos/" + photo)
                .path("comment_count")
                .asInt();
    }

    private static boolean recounted(JsonNode event, String photo, int count) {
        return event.path("type").asText().equals("photo:updated")
                && event.path("photo_id").asText().equals(photo)
                && event.at("/photo/comment_count").asInt() == count;
    }

    private static void catchUp(Guest guest) {
        try {
            guest.catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode notification(LiveSocket admins, String id) throws InterruptedException {
        JsonNode told = nextNotification(admins);
        while (!told.at("/comment/id").asText().equals(id)) {
            told = nextNotification(admins);
        }
        return told;
    }

    private static JsonNode nextNotification(LiveSocket admins) throws InterruptedException {
        while (true) {
            JsonNode frame = admins.next(Duration.ofSeconds(30)).orElseThrow();
            assertThat(HttpContract.validate(Schemas.live("Frame"), frame.toString())).isEmpty();
            JsonNode event = frame.path("events").path(0);
            if (event.path("type").asText().equals("notification:new-comment")) {
                return event;
            }
        }
    }
}
