package dev.kilat.local.gateway;

import static dev.kilat.local.gateway.TestGateway.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.function.Invoker.Result;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
    private TestGateway at;

    @BeforeEach
    void start(@TempDir Path web) {
        at = new TestGateway(web, TestGateway.SMALL);
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @Test
    void a_function_gets_the_request_as_payload_format_2() throws Exception {
        at.send(
                at.request("/api/gallery/anna%20ben/photos?since=a%3D1&tag=x&tag=y")
                        .header("Authorization", "Bearer t")
                        .header("X-Two", "1")
                        .header("X-Two", "2")
                        .header("Cookie", "a=1; b=2")
                        .build());

        JsonNode event = at.events.take();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /api/gallery/{slug}/photos");
        assertThat(event.path("rawPath").asText()).isEqualTo("/api/gallery/anna ben/photos");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("since=a%3D1&tag=x&tag=y");
        assertThat(event.path("pathParameters").toString()).isEqualTo("{\"slug\":\"anna ben\"}");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"since\":\"a=1\",\"tag\":\"x,y\"}");
        assertThat(event.path("headers").path("authorization").asText()).isEqualTo("Bearer t");
        assertThat(event.path("headers").path("x-two").asText()).isEqualTo("1,2");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.has("body")).isFalse();
        JsonNode context = event.path("requestContext");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("routeKey").asText()).isEqualTo(event.path("routeKey").asText());
        assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
        assertThat(context.path("http").path("path").asText())
                .isEqualTo(event.path("rawPath").asText());
        assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("http").path("userAgent").asText()).startsWith("Java-http-client");
        assertThat(context.path("time").asText()).matches("\\d\\d/\\w{3}/\\d{4}:[\\d:]{8} \\+0000");
        assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void json_arrives_as_text_and_anything_else_as_base64() throws Exception {
        at.send(post("application/json", "{\"name\":\"Sari\"}"));
        JsonNode json = at.events.take();
        assertThat(json.path("body").asText()).isEqualTo("{\"name\":\"Sari\"}");
        assertThat(json.path("isBase64Encoded").asBoolean()).isFalse();

        at.send(post("application/octet-stream", "abc"));
        JsonNode binary = at.events.take();
        assertThat(binary.path("body").asText()).isEqualTo("YWJj");
        assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void a_literal_segment_wins_over_a_parameter() throws Exception {
        at.functions.put("Health", _ -> answer("{\"statusCode\":200,\"body\":\"health\"}"));
        at.functions.put("GalleryApi", _ -> answer("{\"statusCode\":200,\"body\":\"gallery\"}"));

        assertThat(at.get("/api/gallery/health").body()).isEqualTo("health");
        assertThat(at.get("/api/gallery/demo").body()).isEqualTo("gallery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/nothing", "/api/gallery/", "/api/gallery/demo/", "/api/gallery/a/b/c"})
    void what_no_route_names_is_not_found_and_reaches_no_function(String path) throws Exception {
        var answer = at.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(at.events).isEmpty();
    }

    @Test
    void another_method_on_a_known_path_is_not_found() throws Exception {
        var answer = at.send(at.request("/api/gallery/demo").DELETE().build());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void an_envelope_sets_status_headers_cookies_and_a_base64_body() throws Exception {
        at.functions.put(
                "GalleryApi",
                _ ->
                        answer(
                                """
                                {"statusCode":201,"headers":{"Content-Type":"application/json","X-A":"b","Cache-Control":"public"},
                                 "cookies":["s=1; HttpOnly"],"body":"e30=","isBase64Encoded":true}
                                """));

        var answer = at.get("/api/gallery/demo");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("x-a")).contains("b");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("set-cookie")).contains("s=1; HttpOnly");
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void an_answer_without_a_status_code_is_the_json_of_a_200() throws Exception {
        at.functions.put("GalleryApi", _ -> answer("{\"status\":\"ok\"}"));

        var answer = at.get("/api/gallery/demo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void a_function_that_throws_is_an_internal_server_error() throws Exception {
        at.functions.put("GalleryApi", _ -> new Result.FunctionError("boom: secret"));

        var answer = at.get("/api/gallery/demo");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void a_function_that_is_throttled_or_times_out_is_unavailable() throws Exception {
        at.functions.put("GalleryApi", _ -> new Result.Throttled());
        assertThat(at.get("/api/gallery/demo").statusCode()).isEqualTo(503);

        at.functions.put("GalleryApi", _ -> new Result.TimedOut());
        var answer = at.get("/api/gallery/demo");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void nobody_waits_longer_than_the_cap_for_a_function() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        at.functions.put(
                "GalleryApi",
                _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return answer("{}");
                });

        assertThat(at.get("/api/gallery/demo").statusCode()).isEqualTo(503);
        never.countDown();
    }

    @Test
    void a_request_above_the_limit_is_refused_before_any_function() throws Exception {
        assertThat(at.send(post("text/plain", "x".repeat(20_000))).statusCode()).isEqualTo(200);
        at.events.clear();

        var answer = at.send(post("text/plain", "x".repeat(20_001)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
        assertThat(at.events).isEmpty();
    }

    @Test
    void an_answer_above_the_limit_is_an_internal_server_error() throws Exception {
        String body = "x".repeat(10_000);
        at.functions.put(
                "GalleryApi", _ -> answer("{\"statusCode\":200,\"body\":\"" + body + "\"}"));

        assertThat(at.get("/api/gallery/demo").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"statusCode\":\"200\"}", "{\"statusCode\":7}"})
    void an_answer_that_makes_no_sense_is_an_internal_server_error(String nonsense)
            throws Exception {
        at.functions.put("GalleryApi", _ -> answer(nonsense));

        assertThat(at.get("/api/gallery/demo").statusCode()).isEqualTo(500);
    }

    private java.net.http.HttpRequest post(String type, String body) {
        return at.request("/api/gallery/demo/sessions")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
