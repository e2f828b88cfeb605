package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesAndMediaTest {
    @TempDir private Path dir;
    private Path web;
    private TestGateway at;

    @BeforeEach
    void start() throws Exception {
        web = Files.createDirectories(dir.resolve("dist"));
        Files.createDirectories(web.resolve("assets"));
        Files.writeString(web.resolve("index.html"), "<title>Kilat</title>");
        Files.writeString(web.resolve("assets/app-1a2b.js"), "export {}");
        Files.writeString(web.resolve("favicon.svg"), "<svg/>");
        Files.writeString(dir.resolve("secret.txt"), "not yours");
        at = new TestGateway(web, TestGateway.SMALL);
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/e/demo", "/e/demo/photo", "/admin", "/admin/events/demo"})
    void every_page_path_is_the_one_page(String path) throws Exception {
        var page = at.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Kilat</title>");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/app-1a2b.js, text/javascript; charset=utf-8, 'public, max-age=31536000, immutable'",
        "/favicon.svg, image/svg+xml, no-cache"
    })
    void files_have_their_type_and_only_assets_live_for_ever(
            String path, String type, String cacheControl) throws Exception {
        var file = at.get(path);

        assertThat(file.headers().firstValue("content-type")).contains(type);
        assertThat(file.headers().firstValue("cache-control")).contains(cacheControl);
    }

    @Test
    void text_that_is_not_small_is_compressed_for_whoever_reads_that() throws Exception {
        String script = "// nothing at all\n".repeat(100);
        Files.writeString(web.resolve("assets/long-3c4d.js"), script);
        var asked =
                at.request("/assets/long-3c4d.js").header("Accept-Encoding", "gzip, br").build();

        var small = at.client.send(asked, BodyHandlers.ofByteArray());
        var plain = at.get("/assets/long-3c4d.js");

        assertThat(small.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(small.headers().firstValue("vary")).contains("accept-encoding");
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes();
        assertThat(new String(whole, UTF_8)).isEqualTo(script);
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(script);
    }

    @Test
    void a_page_that_is_known_is_not_sent_again() throws Exception {
        String etag = at.get("/").headers().firstValue("etag").orElseThrow();

        var again = at.send(at.request("/").header("If-None-Match", etag).build());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/administrator",
                "/assets/nothing.js",
                "/secret.txt",
                "/assets/../../secret.txt"
            })
    void what_is_not_in_the_site_is_not_found(String path) throws Exception {
        assertThat(at.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        for (String path : new String[] {"/", "/nothing", "/api/nothing", "/media/nothing"}) {
            var headers = at.get(path).headers();
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
            assertThat(headers.firstValue("content-security-policy").orElseThrow())
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("server")).isEmpty();
        }
    }

    @Test
    void only_pages_may_load_anything_and_only_from_here_and_from_s3() throws Exception {
        assertThat(at.get("/e/demo").headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("connect-src 'self' ws: http://localhost:9000");
        assertThat(at.get("/api/x").headers().firstValue("content-security-policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void pages_take_no_posts() throws Exception {
        var answer = at.send(at.request("/").POST(BodyPublishers.ofString("x")).build());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void without_a_site_the_page_says_how_to_build_one() throws Exception {
        Files.delete(web.resolve("index.html"));

        var page = at.get("/e/demo");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("npm run build");
    }

    @Test
    void media_come_with_their_own_headers() throws Exception {
        photo();

        var photo = at.get("/media/demo/1/t/small.jpg");

        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.body()).isEqualTo("0123456789");
        assertThat(photo.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(photo.headers().firstValue("cache-control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(photo.headers().firstValue("x-amz-meta-a")).contains("b");
    }

    @Test
    void media_that_a_client_has_are_not_sent_again() throws Exception {
        photo();

        var again =
                at.send(
                        at.request("/media/demo/1/t/small.jpg")
                                .header("If-None-Match", "\"abc\"")
                                .build());

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234",
        "bytes=7-, 206, 789",
        "bytes=-2, 206, 89",
        "x, 200, 0123456789"
    })
    void media_come_in_ranges(String range, int status, String body) throws Exception {
        photo();

        var part = at.send(at.request("/media/demo/1/t/small.jpg").header("Range", range).build());

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.body()).isEqualTo(body);
    }

    @Test
    void a_head_of_media_has_the_length_and_no_body() throws Exception {
        photo();

        var head =
                at.send(
                        at.request("/media/demo/1/t/small.jpg")
                                .method("HEAD", BodyPublishers.noBody())
                                .build());

        assertThat(head.headers().firstValue("content-length")).contains("10");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void unknown_media_are_denied() throws Exception {
        assertThat(at.get("/media/demo/1/t/large.jpg").statusCode()).isEqualTo(403);
    }

    private void photo() {
        at.media.put(
                "media/demo/1/t/small.jpg",
                TestGateway.file(
                        "image/jpeg",
                        "0123456789",
                        Map.of(
                                "Cache-Control",
                                "no-cache",
                                "x-amz-meta-a",
                                "b",
                                "ETag",
                                "\"abc\"")));
    }
}
