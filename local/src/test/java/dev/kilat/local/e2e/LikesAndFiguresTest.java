package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.get;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.event.EventSlug;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// What is pushed beside the change log: likes, and how far uploads have come. And what an admin
/// can look up or try again.
@ExtendWith(Cloud.class)
class LikesAndFiguresTest {
    private static final int CROWD = 40;

    /// A JPEG as far as its header goes: 400 x 300, and nothing behind it.
    private static final byte[] HEADER =
            HexFormat.of()
                    .parseHex(
                            "ffd8ffe000104a46494600010100000100010000ffc0000b08012c0190010111"
                                    + "00ffd9");

    @Test
    void a_like_is_heard_by_the_other_guests_and_counts_once(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        String id = photo(kilat, slug);
        try (Guest page = new Guest(kilat.visitor(), slug)) {
            page.frame("joined");
            KilatClient ayu = kilat.visitor().session(slug, "Ayu", null);
            assertThat(like(ayu, "POST", id)).isEqualTo(1);
            JsonNode heard = page.hears("photo:liked", id);
            assertThat(heard.path("like_count").asLong()).isEqualTo(1);
            assertThat(like(ayu, "POST", id)).isEqualTo(1);
            assertThat(like(kilat.admin(), "POST", id)).isEqualTo(2);
            page.hears(event -> likes(event, id) == 2);
            assertThat(like(ayu, "DELETE", id)).isEqualTo(1);
            assertThat(like(ayu, "DELETE", id)).isEqualTo(1);
            assertThat(photoNow(kilat, slug, id).path("like_count").asLong()).isEqualTo(1);
            page.hears(event ->
                    likes(event, id) == 1
                            && !event.path("timestamp").equals(heard.path("timestamp")));
        }
    }

    @Test
    void whoever_may_not_see_a_photo_may_not_like_it(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        String id = photo(kilat, slug);
        KilatClient stranger = kilat.visitor().session(kilat.event(), "Guest", null);
        KilatClient guest = kilat.visitor().session(slug, "Guest", null);
        String path = "/api/photos/" + id + "/like";
        refused(401, "unauthenticated", call(kilat.visitor(), "POST", path, null));
        refused(404, "not-found", call(stranger, "POST", path, null));
        kilat.admin().call("DELETE", "/api/admin/photos/" + id, null).expect();
        refused(404, "not-found", call(guest, "POST", path, null));
        refused(404, "not-found", call(guest, "DELETE", path, null));
    }

    @Test
    void a_crowd_at_once_is_one_count_everywhere_and_a_frame_a_second(Cloud.Running kilat)
            throws Exception {
        String slug = kilat.event();
        String id = photo(kilat, slug);
        List<KilatClient> crowd =
                IntStream.range(0, CROWD)
                        .mapToObj(i -> kilat.visitor().session(slug, "Guest " + i, null))
                        .toList();
        List<Guest> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                pages.add(new Guest(kilat.visitor(), slug));
                pages.getLast().frame("joined");
            }
            List<Future<Long>> counts = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                crowd.forEach(guest -> counts.add(threads.submit(() -> like(guest, "POST", id))));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isBetween(1L, (long) CROWD);
            }
            for (Guest page : pages) {
                page.hears(event -> likes(event, id) == CROWD);
                page.catchUp();
                assertThat(once(page, id)).isTrue();
            }
            assertThat(photoNow(kilat, slug, id).path("like_count").asInt()).isEqualTo(CROWD);
        } finally {
            pages.forEach(Guest::close);
        }
    }

    @Test
    void admins_follow_an_upload_and_guests_do_not(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        List<PhotoFile> files =
                List.of(
                        Photos.jpeg(300, 200),
                        Photos.jpeg(300, 200),
                        Photos.jpeg(300, 200),
                        Photos.garbage(3000));
        try (Guest page = new Guest(kilat.visitor(), slug);
                Guest dashboard = Guest.inTheAdminRoom(kilat.admin(), slug)) {
            page.frame("joined");
            dashboard.catchUp();
            JsonNode tickets = kilat.admin().requestTickets(slug, files);
            for (int i = 0; i < files.size(); i++) {
                kilat.admin().put(tickets.path(i), files.get(i).bytes()).expect();
                kilat.admin().complete(tickets.path(i).path("photo_id").asText());
            }
            JsonNode last =
                    dashboard.hears(event ->
                            isProgress(event) && event.path("arrived").asInt() == files.size());
            assertThat(last.path("expected").asInt()).isEqualTo(files.size());
            assertThat(last.path("uploaded_by").asText()).isEqualTo("admin");
            page.catchUp();
            assertThat(page.heard()).noneMatch(LikesAndFiguresTest::isProgress);
        }
    }

    @Test
    void a_photo_that_failed_is_tried_again(Cloud.Running kilat) throws Exception {
        String slug = kilat.event();
        PhotoFile broken = new PhotoFile("broken.jpg", "image/jpeg", unique(HEADER));
        String id = kilat.admin().upload(slug, broken).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "FAILED");
        String retry = "/api/admin/photos/" + id + "/retry";
        replace(kilat, Photo.originalKey(new EventSlug(slug), new PhotoId(id)));
        try (Guest page = new Guest(kilat.visitor(), slug)) {
            page.frame("joined");
            JsonNode again = call(kilat.admin(), "POST", retry, null).body();
            assertThat(again.path("processing_status").asText()).isEqualTo("UPLOADED");
            page.hears(event ->
                    event.path("type").asText().equals("photo:updated")
                            && event.at("/photo/processing_status")
                                    .asText()
                                    .equals("THUMBNAILS_READY"));
        }
        JsonNode ready = call(kilat.admin(), "POST", retry, null).body();
        assertThat(ready.path("processing_status").asText()).isEqualTo("THUMBNAILS_READY");
        String never = "/api/admin/photos/" + "0".repeat(26) + "/retry";
        refused(404, "not-found", call(kilat.admin(), "POST", never, null));
    }

    private static String photo(Cloud.Running kilat, String slug) {
        return kilat.admin().upload(slug, Photos.jpeg(300, 200)).path("photo_id").asText();
    }

    private static long like(KilatClient guest, String method, String id) {
        JsonNode like = call(guest, method, "/api/photos/" + id + "/like", null).body();
        assertThat(like.path("liked").asBoolean()).as("%s", like).isEqualTo(method.equals("POST"));
        return like.path("like_count").asLong();
    }

    private static JsonNode photoNow(Cloud.Running kilat, String slug, String id) {
        return get(kilat.admin(), "/api/gallery/" + slug + "/photos/" + id);
    }

    /// The count of an event that tells this photo's likes; -1 for any other.
    private static long likes(JsonNode event, String id) {
        return event.path("type").asText().equals("photo:liked")
                        && event.path("photo_id").asText().equals(id)
                ? event.path("like_count").asLong()
                : -1;
    }

    /// Whether no two frames came within a second, give or take what the reading took.
    private static boolean once(Guest page, String id) {
        List<Instant> times =
                page.heard().stream()
                        .filter(event -> likes(event, id) >= 0)
                        .map(event -> Instant.parse(event.path("timestamp").asText()))
                        .sorted()
                        .toList();
        Duration span = Duration.between(times.getFirst(), times.getLast());
        return times.size() - 1 <= span.plusMillis(500).toSeconds();
    }

    private static boolean isProgress(JsonNode event) {
        return event.path("type").asText().equals("photo:upload:progress");
    }

    private static byte[] unique(byte[] start) {
        UUID number = UUID.randomUUID();
        return ByteBuffer.allocate(start.length + 16)
                .put(start)
                .putLong(number.getMostSignificantBits())
                .putLong(number.getLeastSignificantBits())
                .array();
    }

    /// Puts a photo in the place of one, as only the account's owner can.
    static void replace(Cloud.Running kilat, String key) {
        try (S3Client s3 =
                S3Client.builder()
                        .credentialsProvider(
                                StaticCredentialsProvider.create(kilat.cloud().owner()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            s3.putObject(
                    put ->
                            put.bucket(kilat.cloud().variable("ORIGINALS_BUCKET"))
                                    .key(key)
                                    .contentType("image/jpeg"),
                    RequestBody.fromBytes(Photos.jpeg(400, 300).bytes()));
        }
    }
}
