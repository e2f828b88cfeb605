package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.get;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.PhotoFile;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Cloud.class)
class UploadToGuestTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_photo_reaches_three_guests_as_a_frame_and_as_a_delta_and_then_its_thumbnails(
            Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        try (Guest first = new Guest(kilat.visitor(), slug);
                Guest second = new Guest(kilat.visitor(), slug);
                Guest third = new Guest(kilat.visitor(), slug)) {
            String cursor = get(first.client, "/api/gallery/" + slug).path("cursor").asText();
            JsonNode photo = kilat.admin().upload(slug, Photos.jpeg(2400, 1600));
            String id = photo.path("photo_id").asText();
            for (Guest guest : List.of(first, second, third)) {
                JsonNode told = guest.hears("photo:upload:complete", id);
                assertThat(told.path("seq").asLong()).isEqualTo(1);
                assertThat(told.path("photo").path("width").asInt()).isEqualTo(2400);
                JsonNode updated = guest.hears("photo:updated", id);
                assertThat(updated.path("photo").path("processing_status").asText())
                        .isEqualTo("THUMBNAILS_READY");
            }
            JsonNode delta = get(second.client, photos(slug) + "?since=" + cursor);
            assertThat(delta.path("photos")).hasSize(1);
            assertThat(delta.path("more").asBoolean()).isFalse();
            JsonNode thumbnails = delta.path("photos").path(0).path("thumbnails");
            assertSize(thumbnails.path("small"), 400, 267);
            assertSize(thumbnails.path("medium"), 1080, 720);
            assertSize(thumbnails.path("large"), 1920, 1280);
            JsonNode rest =
                    get(third.client, photos(slug) + "?since=" + delta.path("cursor").asText());
            assertThat(rest.path("photos")).isEmpty();
        }
    }

    @Test
    void a_burst_of_uploads_is_heard_whole_once_and_in_order(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        try (Guest guest = new Guest(kilat.visitor(), slug)) {
            guest.frame("joined");
            List<Thread> photographers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                photographers.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    for (int n = 0; n < 5; n++) {
                                        kilat.admin().upload(slug, Photos.jpeg(640, 480));
                                    }
                                }));
            }
            for (Thread photographer : photographers) {
                photographer.join();
            }
            Wire.await(
                    () -> kilat.admin().page(slug, 200, null),
                    page -> {
                        Set<String> states = new HashSet<>();
                        page.path("photos")
                                .forEach(photo ->
                                        states.add(photo.path("processing_status").asText()));
                        return states.equals(Set.of("THUMBNAILS_READY"));
                    });
            guest.hears(event -> event.path("seq").asLong() == 40);
            Set<Long> seen = new HashSet<>();
            List<Long> firstTime = new ArrayList<>();
            for (JsonNode event : guest.heard()) {
                if (seen.add(event.path("seq").asLong())) {
                    firstTime.add(event.path("seq").asLong());
                }
            }
            assertThat(firstTime).hasSize(40).isSorted();
        }
    }

    @Test
    void without_anybody_calling_complete_the_bucket_tells(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        PhotoFile file = Photos.jpeg();
        JsonNode ticket = kilat.admin().requestTickets(slug, List.of(file)).path(0);
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(200);
        Wire.awaitStatus(kilat.admin(), slug, ticket.path("photo_id").asText(), "THUMBNAILS_READY");
        JsonNode overview = get(kilat.admin(), "/api/gallery/" + slug);
        assertThat(overview.path("photo_count").asInt()).as("however often it told").isEqualTo(1);
    }

    @Test
    void completing_twice_answers_the_same_photo(Cloud.Running kilat) {
        String slug = kilat.event();
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        Answer again = call(kilat.admin(), "POST", "/api/admin/photos/" + id + "/complete", null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("seq").asLong()).isEqualTo(1);
        assertThat(get(kilat.admin(), "/api/gallery/" + slug).path("photo_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void the_same_bytes_are_a_duplicate_without_a_url(Cloud.Running kilat) {
        String slug = kilat.event();
        PhotoFile file = Photos.jpeg();
        String first = kilat.admin().upload(slug, file).path("photo_id").asText();
        JsonNode again = kilat.admin().requestTickets(slug, List.of(file)).path(0);
        assertThat(again.path("status").asText()).isEqualTo("duplicate");
        assertThat(again.path("photo_id").asText()).isEqualTo(first);
        assertThat(again.has("upload")).isFalse();
    }

    @Test
    void a_download_is_the_photo_under_its_name(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        PhotoFile file = Photos.jpeg(1000, 700);
        String id = kilat.admin().upload(slug, file).path("photo_id").asText();
        Answer answer =
                call(
                        kilat.visitor().session(slug, "Guest", null),
                        "GET",
                        "/api/photos/" + id + "/download",
                        null);
        assertThat(answer.status()).isEqualTo(302);
        HttpResponse<byte[]> copy = bytes(answer.headers().firstValue("location").orElseThrow());
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment")
                .contains(file.name());
        assertThat(
                        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(copy.body())))
                                .getWidth())
                .isEqualTo(1000);
    }

    @Test
    void a_deleted_photo_leaves_every_page_and_a_restored_one_returns(Cloud.Running kilat)
            throws Exception {
        String slug = kilat.event();
        try (Guest guest = new Guest(kilat.visitor(), slug)) {
            String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
            Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
            assertThat(call(kilat.admin(), "DELETE", "/api/admin/photos/" + id, null).status())
                    .isEqualTo(204);
            guest.hears("photo:deleted", id);
            refused(404, "not-found", call(guest.client, "GET", photos(slug) + "/" + id, null));
            assertThat(get(guest.client, photos(slug)).path("photos")).isEmpty();
            Answer restored =
                    call(kilat.admin(), "POST", "/api/admin/photos/" + id + "/restore", null);
            assertThat(restored.body().path("photo_id").asText()).isEqualTo(id);
            guest.hears("photo:restored", id);
            assertThat(get(guest.client, photos(slug)).path("photos")).hasSize(1);
        }
    }

    @Test
    void pages_follow_one_another(Cloud.Running kilat) {
        String slug = kilat.event();
        for (int i = 0; i < 5; i++) {
            kilat.admin().upload(slug, Photos.jpeg(320, 240));
        }
        List<Long> order = new ArrayList<>();
        String query = "?limit=2";
        while (!query.isEmpty()) {
            JsonNode page = get(kilat.admin(), photos(slug) + query);
            page.path("photos").forEach(photo -> order.add(photo.path("seq").asLong()));
            query =
                    page.path("before").isNull()
                            ? ""
                            : "?sort=newest&limit=2&before=" + page.path("before").asText();
        }
        assertThat(order)
                .containsExactlyElementsOf(
                        order.stream().sorted((a, b) -> Long.compare(b, a)).toList())
                .hasSize(5);
    }

    @Test
    void a_purged_event_is_gone_with_all_it_had_and_its_slug_is_free(Cloud.Running kilat)
            throws Exception {
        String slug = kilat.event();
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        JsonNode photo = Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        var guest = kilat.visitor().session(slug, "Guest", null);
        assertThat(call(kilat.admin(), "DELETE", "/api/admin/events/" + slug, null).status())
                .isEqualTo(204);
        refused(404, "not-found", call(guest, "GET", "/api/gallery/" + slug, null));
        refused(404, "not-found", call(guest, "GET", photos(slug) + "/" + id, null));
        assertThat(bytes(photo.path("thumbnails").path("small").path("url").asText()).statusCode())
                .isIn(403, 404);
        assertThat(kilat.admin().createEvent(slug, "Again", "public").path("photo_count").asInt())
                .isZero();
        assertThat(get(kilat.admin(), photos(slug)).path("photos")).isEmpty();
    }

    @Test
    void admins_hear_which_photo_failed(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        try (Guest admins = Guest.inTheAdminRoom(kilat.admin(), slug)) {
            PhotoFile whole = Photos.jpeg(1200, 900);
            byte[] half = java.util.Arrays.copyOf(whole.bytes(), whole.bytes().length / 2);
            String id =
                    kilat.admin()
                            .upload(slug, new PhotoFile("half.jpg", "image/jpeg", half))
                            .path("photo_id")
                            .asText();
            JsonNode photo = Wire.awaitStatus(kilat.admin(), slug, id, "FAILED");
            assertThat(photo.path("processing_error").asText()).contains("truncated");
            JsonNode event = admins.hears("photo:failed", id);
            assertThat(event.path("error")).isEqualTo(photo.path("processing_error"));
        }
    }

    private void assertSize(JsonNode thumbnail, int width, int height) throws Exception {
        assertThat(thumbnail.path("width").asInt()).isEqualTo(width);
        assertThat(thumbnail.path("height").asInt()).isEqualTo(height);
        HttpResponse<byte[]> answer = bytes(thumbnail.path("url").asText());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control"))
                .contains("public, max-age=31536000, immutable");
        var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    private HttpResponse<byte[]> bytes(String url) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String photos(String slug) {
        return "/api/gallery/" + slug + "/photos";
    }
}
