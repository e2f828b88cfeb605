package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.get;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each bad input gets its error, and the next photo is unharmed.
@ExtendWith(Cloud.class)
class BadInputTest {
    private final Cloud.Running kilat;
    private String slug = "";

    BadInputTest(Cloud.Running kilat) {
        this.kilat = kilat;
    }

    @BeforeEach
    void an_event() {
        slug = kilat.event();
    }

    @AfterEach
    void the_next_photo_is_unharmed() throws InterruptedException {
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
    }

    @Test
    void a_file_of_the_wrong_type_or_size_is_rejected_beside_a_good_one() {
        PhotoFile good = Photos.jpeg();
        List<Map<String, Object>> files =
                List.of(
                        file("a.gif", "image/gif", 100, good.sha256()),
                        file("b.jpg", "image/jpeg", 104_857_601, good.sha256()),
                        file("c.jpg", "image/jpeg", 100, "no checksum"),
                        file("d.jpg", "image/jpeg", good.bytes().length, good.sha256()));
        Answer answer = tickets(Map.of("files", files));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode uploads = answer.body().path("uploads");
        assertThat(uploads.path(0).path("error").path("code").asText())
                .isEqualTo("unsupported-type");
        assertThat(uploads.path(1).path("error").path("code").asText()).isEqualTo("file-too-large");
        assertThat(uploads.path(2).path("error").path("code").asText())
                .isEqualTo("invalid-request");
        assertThat(uploads.path(3).path("status").asText()).isEqualTo("upload");
    }

    @Test
    void a_request_that_is_none_names_what_is_wrong() {
        refusedNaming("body", tickets("{\"files\": ["));
        refusedNaming("files", tickets(Map.of()));
        refusedNaming("files", tickets(Map.of("files", List.of())));
        refusedNaming(
                "files",
                tickets(
                        Map.of(
                                "files",
                                java.util.Collections.nCopies(
                                        101, file("a.jpg", "image/jpeg", 1, "x")))));
        refusedNaming(
                "files[0].size", tickets("{\"files\":[{\"file_name\":\"a\",\"size\":\"5\"}]}"));
    }

    @Test
    void altered_bytes_are_refused_by_the_bucket() {
        PhotoFile file = Photos.jpeg();
        JsonNode ticket = ticket(file);
        byte[] altered = file.bytes().clone();
        altered[altered.length / 2] ^= 1;
        assertThat(kilat.admin().put(ticket, altered).status()).isEqualTo(400);
        refused(409, "object-missing", complete(ticket));
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(200);
        assertThat(complete(ticket).status()).isEqualTo(200);
    }

    @Test
    void bytes_of_another_length_are_refused_by_the_bucket() {
        PhotoFile file = Photos.jpeg();
        JsonNode ticket = ticket(file);
        byte[] longer = Arrays.copyOf(file.bytes(), file.bytes().length + 1);
        assertThat(kilat.admin().put(ticket, longer).status()).isIn(400, 403);
        refused(409, "object-missing", complete(ticket));
    }

    @Test
    void a_second_put_overwrites_nothing() {
        PhotoFile file = Photos.jpeg();
        JsonNode ticket = ticket(file);
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(200);
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(412);
    }

    @Test
    void a_url_opens_one_place_only_and_with_its_own_headers() {
        PhotoFile file = Photos.jpeg();
        JsonNode ticket = ticket(file);
        String id = ticket.path("photo_id").asText();
        String elsewhere = id.substring(0, 25) + (id.endsWith("0") ? "1" : "0");
        assertThat(
                        kilat.admin()
                                .put(
                                        changed(ticket, "url", url -> url.replace(id, elsewhere)),
                                        file.bytes())
                                .status())
                .isEqualTo(403);
        assertThat(
                        kilat.admin()
                                .put(
                                        changed(
                                                ticket,
                                                "url",
                                                url ->
                                                        url.replaceFirst(
                                                                "X-Amz-Expires=\\d+",
                                                                "X-Amz-Expires=604800")),
                                        file.bytes())
                                .status())
                .isEqualTo(403);
        ObjectNode typed = ticket.deepCopy();
        ((ObjectNode) typed.path("upload").path("headers")).put("content-type", "text/html");
        assertThat(kilat.admin().put(typed, file.bytes()).status()).isEqualTo(403);
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(200);
    }

    @Test
    void seven_megabytes_of_garbage_named_jpg_fail_and_no_guest_sees_them() {
        PhotoFile garbage = Photos.garbage(7 << 20);
        JsonNode ticket = ticket(garbage);
        assertThat(kilat.admin().put(ticket, garbage.bytes()).status()).isEqualTo(200);
        Answer answer = complete(ticket);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("processing_status").asText()).isEqualTo("FAILED");
        assertThat(answer.body().path("processing_error").asText()).contains("not an image");
        assertThat(get(kilat.admin(), "/api/gallery/" + slug + "/photos").path("photos")).isEmpty();
    }

    @Test
    void a_truncated_jpeg_says_so() throws InterruptedException {
        PhotoFile whole = Photos.jpeg();
        byte[] half = Arrays.copyOf(whole.bytes(), whole.bytes().length / 2);
        String id =
                kilat.admin()
                        .upload(slug, new PhotoFile("half.jpg", "image/jpeg", half))
                        .path("photo_id")
                        .asText();
        JsonNode photo = Wire.awaitStatus(kilat.admin(), slug, id, "FAILED");
        assertThat(photo.path("processing_error").asText()).contains("truncated");
        assertThat(photo.path("thumbnails").isNull()).isTrue();
    }

    @Test
    void a_bomb_of_a_png_is_refused_by_its_header() {
        PhotoFile bomb = new PhotoFile("bomb.png", "image/png", pngHeader(30_000, 30_000));
        Answer answer = complete(uploaded(bomb));
        assertThat(answer.body().path("processing_status").asText()).isEqualTo("FAILED");
        assertThat(answer.body().path("processing_error").asText()).contains("30000 x 30000");
    }

    @Test
    void a_cursor_of_another_epoch_is_expired_and_one_that_is_none_is_named() {
        String photos = "/api/gallery/" + slug + "/photos";
        refused(
                409,
                "cursor-expired",
                call(
                        kilat.admin(),
                        "GET",
                        photos + "?since=00000000-0000-0000-0000-000000000000.1",
                        null));
        refusedNaming("since", call(kilat.admin(), "GET", photos + "?since=yesterday", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "1.5", "99999999999"})
    void a_limit_beyond_its_bounds_is_named(String limit) {
        refusedNaming(
                "limit",
                call(
                        kilat.admin(),
                        "GET",
                        "/api/gallery/" + slug + "/photos?limit=" + limit,
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing",
        "DELETE, /api/health",
        "GET, /api/gallery",
        "PUT, /api/admin/events"
    })
    void an_unknown_route_is_not_found(String method, String path) {
        assertThat(kilat.admin().call(method, path, null).status()).isEqualTo(404);
    }

    @Test
    void an_events_bad_fields_are_named() {
        KilatClient admin = kilat.admin();
        String events = "/api/admin/events";
        refusedNaming("slug", post(admin, events, Map.of("name", "x", "access", "public")));
        refusedNaming(
                "slug",
                post(admin, events, Map.of("slug", "No Way", "name", "x", "access", "public")));
        refusedNaming("name", post(admin, events, Map.of("slug", "a-day", "access", "public")));
        refusedNaming(
                "access",
                post(admin, events, Map.of("slug", "a-day", "name", "x", "access", "secret")));
        refusedNaming(
                "starts_at",
                post(
                        admin,
                        events,
                        Map.of(
                                "slug",
                                "a-day",
                                "name",
                                "x",
                                "access",
                                "public",
                                "starts_at",
                                "tomorrow")));
        refused(
                409,
                "slug-taken",
                post(admin, events, Map.of("slug", slug, "name", "x", "access", "public")));
    }

    @Test
    void what_is_no_id_is_no_photo() {
        refused(
                404,
                "not-found",
                call(kilat.admin(), "POST", "/api/admin/photos/nonsense/complete", null));
        refused(
                404,
                "not-found",
                call(
                        kilat.admin(),
                        "DELETE",
                        "/api/admin/photos/01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        null));
    }

    private static Answer post(KilatClient client, String path, Object body) {
        return call(client, "POST", path, body);
    }

    private static void refusedNaming(String field, Answer answer) {
        refused(400, "invalid-request", answer);
        assertThat(answer.body().path("field").asText() + answer.body().path("detail").asText())
                .contains(field);
    }

    private Answer tickets(Object body) {
        return call(kilat.admin(), "POST", "/api/admin/events/" + slug + "/uploads", body);
    }

    private static Map<String, Object> file(String name, String type, long size, String sha256) {
        return Map.of("file_name", name, "content_type", type, "size", size, "sha256", sha256);
    }

    private JsonNode ticket(PhotoFile file) {
        return kilat.admin().requestTickets(slug, List.of(file)).path(0);
    }

    private JsonNode uploaded(PhotoFile file) {
        JsonNode ticket = ticket(file);
        assertThat(kilat.admin().put(ticket, file.bytes()).status()).isEqualTo(200);
        return ticket;
    }

    private Answer complete(JsonNode ticket) {
        return call(
                kilat.admin(),
                "POST",
                "/api/admin/photos/" + ticket.path("photo_id").asText() + "/complete",
                null);
    }

    private static JsonNode changed(
            JsonNode ticket, String field, java.util.function.UnaryOperator<String> change) {
        ObjectNode copy = ticket.deepCopy();
        ObjectNode upload = (ObjectNode) copy.path("upload");
        upload.put(field, change.apply(upload.path(field).asText()));
        return copy;
    }

    private static byte[] pngHeader(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", new byte[20]);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
