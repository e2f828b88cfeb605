package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.local.e2e.Door.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route of the template x everybody x everything: whoever has no right learns nothing and
/// changes nothing, and every refusal of a kind is the same to the byte.
@ExtendWith(Cloud.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final String CANARY = "Kenanga";
    private static final String NO_PHOTO = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final String NO_COMMENT = "00000000-0000-4000-8000-000000000000";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cloud.Running kilat;
    private final Intruders intruders;
    private final Place mine;
    private final Place other;
    private final Place secret;
    private final Place deleted;
    private final Place purged;
    private final String guest;
    private final String stranger;
    private final String ghost;
    private int calls;

    RightsTest(Cloud.Running kilat) throws InterruptedException {
        this.kilat = kilat;
        intruders = new Intruders(kilat.cloud());
        mine = place("public");
        other = place("public");
        secret = place("private");
        deleted = new Place(other.slug(), photo(other.slug()), NO_COMMENT);
        kilat.admin().call("DELETE", "/api/admin/photos/" + deleted.photo(), null).expect();
        guest = token(mine.slug());
        stranger = token(other.slug());
        purged = place("public");
        ghost = token(purged.slug());
        kilat.admin().call("DELETE", "/api/admin/events/" + purged.slug(), null).expect();
    }

    @Test
    void who_proves_nothing_is_unauthenticated_everywhere(TestReporter report) throws Exception {
        Map<String, @Nullable String> bearers = new LinkedHashMap<>();
        bearers.put("nothing", null);
        for (String value : List.of("", "Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=")) {
            bearers.put("'" + value + "'", value);
        }
        bearers.put("no scheme", intruders.ago(Duration.ZERO).admin("admin").token());
        bearers.put("a ticket", "Bearer " + ticket(mine.slug()));
        intruders
                .papers(mine.slug(), madeAt(mine.slug()))
                .forEach((name, it) -> bearers.put(name, "Bearer " + it));
        String before = everything();
        Seen seen = new Seen(401);
        for (Door door : Door.closed()) {
            for (String path : door.paths(List.of(mine, nowhere()))) {
                for (var bearer : bearers.entrySet()) {
                    seen.add(door, path, bearer.getKey(), send(door, path, bearer.getValue()));
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
        tell(report, Door.closed().size() + " routes x " + bearers.size() + " bearers");
    }

    @Test
    void a_guest_is_forbidden_on_every_admins_call_whatever_it_names(TestReporter report)
            throws Exception {
        String before = everything();
        Seen seen = new Seen(403);
        List<Door> doors = Door.closed().stream().filter(Door::isAdmins).toList();
        for (Door door : doors) {
            for (String path : door.paths(List.of(mine, other, secret, nowhere(), impossible()))) {
                for (String token : List.of(guest, stranger, ghost)) {
                    seen.add(door, path, "a guest", send(door, path, "Bearer " + token));
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
        tell(report, doors.size() + " routes x 3 guests");
    }

    @Test
    void what_is_foreign_private_deleted_purged_unknown_or_impossible_is_one_404(
            TestReporter report) throws Exception {
        String before = everything();
        Seen seen = new Seen(404);
        List<Door> guests = Door.closed().stream().filter(door -> !door.isAdmins()).toList();
        for (Door door : guests) {
            List<Place> foreign =
                    List.of(
                            mine,
                            new Place(other.slug(), mine.photo(), mine.comment()),
                            new Place(mine.slug(), other.photo(), other.comment()),
                            secret,
                            deleted,
                            purged,
                            nowhere(),
                            impossible());
            for (String path : door.paths(foreign)) {
                if (!isOwn(door, path, other)) {
                    seen.add(door, path, "a stranger", send(door, path, "Bearer " + stranger));
                }
            }
            for (String path : door.paths(List.of(purged, mine, other, secret, nowhere()))) {
                seen.add(door, path, "a ghost", send(door, path, "Bearer " + ghost));
            }
        }
        String admin = intruders.ago(Duration.ZERO).admin("admin").token();
        for (Door door : Door.closed()) {
            if (door.names("slug") || door.names("photo_id")) {
                for (String path : door.paths(List.of(purged, nowhere(), impossible()))) {
                    seen.add(door, path, "an admin", send(door, path, "Bearer " + admin));
                }
            }
        }
        assertThat(everything()).isEqualTo(before);
        tell(report, guests.size() + " routes x 2 guests, and an admin");
    }

    @Test
    void a_private_event_without_its_secret_is_one_that_nobody_made() throws Exception {
        Seen seen = new Seen(404);
        Door sessions = new Door("POST", "/api/gallery/{slug}/sessions");
        for (Place place : List.of(secret, purged, nowhere(), impossible())) {
            for (String path : sessions.paths(List.of(place))) {
                for (String body : List.of("", "{}", "{\"join_secret\":\"guess\"}")) {
                    seen.add(sessions, path, body, send("POST", path, null, body));
                    seen.add(sessions, path, body, send("POST", path, "Bearer " + stranger, body));
                }
            }
        }
    }

    /// Without this, a cloud that refuses everything would keep the other promises.
    @Test
    void who_has_the_right_is_let_in_everywhere() throws Exception {
        String admin = intruders.ago(Duration.ZERO).admin("admin").token();
        Place own = place("public");
        String token = token(own.slug());
        // What takes something away comes last.
        List<Door> doors = new ArrayList<>(Door.closed());
        doors.sort(Comparator.comparingInt(RightsTest::taking));
        for (Door door : doors) {
            String path = door.paths(List.of(own)).getFirst();
            for (String bearer : door.isAdmins() ? List.of(admin) : List.of(token, admin)) {
                HttpResponse<String> answer = send(door, path, "Bearer " + bearer);
                assertThat(answer.statusCode())
                        .as("%s: %s", door, answer.body())
                        .isIn(200, 201, 204, 302);
            }
        }
        kilat.admin().call("DELETE", "/api/admin/events/stolen", null).expect();
    }

    private static int taking(Door door) {
        if (!door.method().equals("DELETE")) {
            return door.path().endsWith("/restore") ? 4 : 0;
        }
        return door.path().endsWith("{slug}") ? 9 : door.path().endsWith("{photo_id}") ? 3 : 1;
    }

    private static boolean isOwn(Door door, String path, Place place) {
        return path.equals(door.paths(List.of(place)).getFirst());
    }

    /// Every refusal so far, which the next one has to be equal to.
    private static final class Seen {
        private final int status;
        private @Nullable String first;

        private Seen(int status) {
            this.status = status;
        }

        private void add(Door door, String path, String who, HttpResponse<String> answer) {
            String as = door.key() + " at " + path + " by " + who;
            assertThat(answer.statusCode()).as("%s: %s", as, answer.body()).isEqualTo(status);
            assertThat(answer.body()).as(as).doesNotContain(CANARY);
            String all = lasting(answer) + answer.body();
            if (first == null) {
                first = all;
            }
            assertThat(all).as(as).isEqualTo(first);
        }
    }

    /// Without what is each answer's own.
    private static Map<String, List<String>> lasting(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "x-request-id", "apigw-requestid"));
        return headers;
    }

    private HttpResponse<String> send(Door door, String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        return send(door.method(), path, authorization, door.body());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String authorization, String body)
            throws IOException, InterruptedException {
        calls++;
        var request =
                HttpRequest.newBuilder(URI.create(kilat.origin() + path))
                        .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("content-type", "application/json");
        }
        if (authorization != null) {
            request.header("authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void tell(TestReporter report, String what) {
        report.publishEntry("P5", what + ": " + calls + " calls, 0 leaks");
        calls = 0;
    }

    /// All that an admin sees of what nobody here may touch.
    private String everything() {
        return Stream.of(mine, other, secret)
                .flatMap(place ->
                        Stream.of(
                                "/api/admin/events/" + place.slug(),
                                "/api/gallery/" + place.slug() + "/photos",
                                "/api/admin/events/" + place.slug() + "/comments",
                                "/api/photos/" + place.photo() + "/comments",
                                "/api/admin/events/stolen"))
                .map(path -> kilat.admin().call("GET", path, null))
                .map(answer -> answer.status() + answer.body().toString())
                .reduce("", String::concat);
    }

    private static Place nowhere() {
        return new Place("no-such-event", NO_PHOTO, NO_COMMENT);
    }

    private static Place impossible() {
        return new Place("No%21", "%3Cx%3E", "..x");
    }

    /// An event with a photo and a comment on it.
    private Place place(String access) throws InterruptedException {
        String slug = "rights-" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode event = kilat.admin().createEvent(slug, CANARY, access);
        assertThat(event.path("slug").asText()).isEqualTo(slug);
        String id = photo(slug);
        String comment = UUID.randomUUID().toString();
        Map<String, String> said = Map.of("id", comment, "content", CANARY, "author_name", CANARY);
        kilat.admin().call("POST", "/api/photos/" + id + "/comments", said).expect();
        return new Place(slug, id, comment);
    }

    private String photo(String slug) throws InterruptedException {
        byte[] bytes = Photos.jpeg(40, 30).bytes();
        PhotoFile file = new PhotoFile(CANARY + ".jpg", "image/jpeg", bytes);
        String id = kilat.admin().upload(slug, file).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        return id;
    }

    private Instant madeAt(String slug) {
        JsonNode event = kilat.admin().call("GET", "/api/admin/events/" + slug, null).expect();
        return Instant.parse(event.path("created_at").asText());
    }

    private String token(String slug) {
        KilatClient visitor = kilat.visitor();
        return visitor.call("POST", "/api/gallery/" + slug + "/sessions", Map.of())
                .expect()
                .path("token")
                .asText();
    }

    private String ticket(String slug) {
        return kilat.admin()
                .call("POST", "/api/gallery/" + slug + "/live", null)
                .expect()
                .path("url")
                .asText()
                .replaceFirst(".*ticket=", "");
    }
}
