package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Requests that no page of ours makes.
@ExtendWith(Cloud.class)
class HostileRequestsTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cloud.Running kilat;
    private final String slug;
    private final KilatClient guest;

    HostileRequestsTest(Cloud.Running kilat) {
        this.kilat = kilat;
        slug = kilat.event();
        guest = kilat.visitor().session(slug, "Guest", null);
    }

    @AfterEach
    void done() {
        http.close();
    }

    /// The site lies beside its sources, photos and originals in one kind of store.
    @Test
    void no_path_leads_out_of_where_it_begins() throws Exception {
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        String original = "originals/" + slug + "/" + id;
        List<String> ups =
                List.of(
                        "../",
                        "..%2f",
                        "..%2F",
                        "%2e%2e/",
                        "%2e%2e%2f",
                        "..\\",
                        "..%5c",
                        "....//",
                        "%252e%252e%252f",
                        "..;/",
                        "./../",
                        "%c0%ae%c0%ae/",
                        "..%00/");
        for (String up : ups) {
            for (String path :
                    List.of(
                            "/" + up.repeat(2) + "pom.xml",
                            "/assets/" + up.repeat(3) + "package.json",
                            "/assets/" + up.repeat(12) + "etc/passwd",
                            "/media/" + up + original,
                            "/media/x/" + up.repeat(2) + original,
                            "/media/" + slug + "/" + up.repeat(2) + original)) {
                HttpResponse<String> answer = get(path);
                assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
                assertThat(answer.body())
                        .as(path)
                        .doesNotContain("root:")
                        .doesNotContain("<artifactId>")
                        .doesNotContain("devDependencies")
                        .doesNotContain("JFIF");
            }
            String elsewhere = "/api/gallery/" + up + "admin/events";
            assertThat(get(elsewhere).statusCode()).as(elsewhere).isIn(400, 401, 404);
        }
        for (String listing : List.of("/media/", "/media/" + slug, "/media/" + slug + "/" + id)) {
            assertThat(get(listing).statusCode()).as(listing).isEqualTo(403);
        }
        assertThat(get("/" + original).statusCode()).isEqualTo(404);
    }

    @Test
    void encoded_slashes_in_names_lead_to_no_other_route_and_no_other_key() {
        for (String name :
                List.of(
                        "..%2F" + slug,
                        slug + "%2Fphotos",
                        slug + "%23",
                        slug + "%3Fx",
                        slug + "%00",
                        slug + "%0a",
                        "%20" + slug,
                        slug.toUpperCase(Locale.ROOT),
                        slug + ".",
                        "EVENT%23" + slug)) {
            for (KilatClient who : List.of(guest, kilat.admin())) {
                for (String path :
                        List.of(
                                "/api/gallery/" + name,
                                "/api/gallery/" + name + "/photos",
                                "/api/gallery/" + slug + "/photos/" + name,
                                "/api/photos/" + name + "/download")) {
                    assertThat(who.call("GET", path, null).status()).as(path).isIn(400, 404);
                }
            }
        }
    }

    /// A foreign page may send what needs no preflight, and read nothing: no answer names another
    /// origin, no cookie speaks for anybody, and a form is no JSON.
    @Test
    void a_foreign_page_reads_nothing_and_writes_nothing() throws Exception {
        String evil = "https://evil.example";
        String token =
                kilat.visitor()
                        .call("POST", "/api/gallery/" + slug + "/sessions", Map.of())
                        .expect()
                        .path("token")
                        .asText();
        for (Door door : Door.all()) {
            String path = door.paths(List.of(new Door.Place(slug, "x", "x"))).getFirst();
            HttpResponse<String> preflight =
                    send(
                            "OPTIONS",
                            path,
                            null,
                            "",
                            Map.of(
                                    "origin",
                                    evil,
                                    "access-control-request-method",
                                    door.method(),
                                    "access-control-request-headers",
                                    "authorization,content-type"));
            assertThat(preflight.statusCode()).as(path).isEqualTo(404);
            closedToOthers(preflight);
            for (String type :
                    List.of(
                            "text/plain",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x")) {
                HttpResponse<String> simple =
                        send(
                                door.method(),
                                path,
                                null,
                                door.body(),
                                Map.of("origin", evil, "content-type", type));
                closedToOthers(simple);
                if (!door.body().isEmpty()) {
                    assertThat(simple.statusCode()).as(door.key() + type).isIn(401, 415);
                }
            }
            closedToOthers(send(door.method(), path, token, door.body(), Map.of("origin", evil)));
        }
    }

    private static void closedToOthers(HttpResponse<String> answer) {
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .noneMatch(name -> name.equalsIgnoreCase("set-cookie"));
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void a_token_counts_in_its_header_only() throws Exception {
        String token =
                kilat.visitor()
                        .call("POST", "/api/gallery/" + slug + "/sessions", Map.of())
                        .expect()
                        .path("token")
                        .asText();
        String path = "/api/gallery/" + slug;
        for (String query : List.of("?token=", "?access_token=", "?authorization=Bearer%20")) {
            assertThat(get(path + query + token).statusCode()).isEqualTo(401);
        }
        Map<String, String> cookie =
                Map.of("cookie", "token=" + token + "; authorization=" + token);
        assertThat(send("GET", path, null, "", cookie).statusCode()).isEqualTo(401);
        assertThat(send("GET", path, token, "", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_beyond_the_limits_is_too_large_and_the_next_one_is_served() throws Exception {
        String sessions = "/api/gallery/" + slug + "/sessions";
        String megabyte = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        Answer refused = kilat.visitor().call("POST", sessions, megabyte);
        refused(413, "payload-too-large", refused);
        String twelve = "{\"name\":\"" + "x".repeat(12 << 20) + "\"}";
        assertThat(kilat.visitor().call("POST", sessions, twelve).status()).isEqualTo(413);
        String deep = "{\"name\":" + "[".repeat(500_000);
        refused(400, "invalid-request", kilat.visitor().call("POST", sessions, deep));
        assertThat(kilat.visitor().call("POST", sessions, "{}").status()).isEqualTo(201);
    }

    @Test
    void a_file_may_have_a_name_that_nobody_can_read() throws Exception {
        PhotoFile photo = Photos.jpeg();
        String file =
                """
                {"file_name":"\\uD800\\u202Egpj.exe","content_type":"image/jpeg","size":%d,"sha256":"%s"}
                """
                        .formatted(photo.bytes().length, photo.sha256());
        JsonNode ticket =
                kilat.admin()
                        .call(
                                "POST",
                                "/api/admin/events/" + slug + "/uploads",
                                "{\"files\":[" + file + "]}")
                        .expect()
                        .at("/uploads/0");
        kilat.admin().put(ticket, photo.bytes()).expect();
        String id = ticket.path("photo_id").asText();
        assertThat(kilat.admin().complete(id).path("file_name").asText())
                .isEqualTo("\uFFFDgpj.exe");
    }

    @Test
    void a_query_is_read_as_it_is_written() {
        String photos = "/api/gallery/" + slug + "/photos";
        for (String query :
                List.of(
                        "?limit=1&limit=200",
                        "?limit=%2B1",
                        "?limit=" + "9".repeat(5000),
                        "?before=-1",
                        "?before=9999999999999",
                        "?before=1%00",
                        "?sort=oldest",
                        "?since=" + "x".repeat(5000),
                        "?since=..%2F..%2F1",
                        "?since=00000000-0000-0000-0000-000000000000.-1",
                        "?since=00000000-0000-0000-0000-000000000000.99999999999999999999")) {
            refused(400, "invalid-request", guest.call("GET", photos + query, null));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, "", Map.of());
    }

    private HttpResponse<String> send(
            String method,
            String path,
            @Nullable String token,
            String body,
            Map<String, String> headers)
            throws IOException, InterruptedException {
        URI at = URI.create(kilat.origin() + path.replace("\\", "%5C"));
        var request = HttpRequest.newBuilder(at).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
