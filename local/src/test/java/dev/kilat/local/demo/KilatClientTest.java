package dev.kilat.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KilatClientTest {
    private static final PhotoFile PHOTO =
            new PhotoFile("DSC_0001.JPG", "image/jpeg", "pixels".getBytes(UTF_8));

    private record Seen(String call, String authorization, String checksum, String body) {}

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KilatClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new KilatClient(URI.create(origin()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoever_logs_in_carries_the_token_from_then_on() {
        answers.put("POST /api/auth/login", "200 {\"token\":\"t1\"}");
        answers.put("GET /api/admin/events/demo", "200 {\"slug\":\"demo\"}");

        assertThat(client.login("admin", "secret").hasEvent("demo")).isTrue();

        assertThat(seen.getFirst().body()).contains("\"username\":\"admin\"");
        assertThat(seen.getLast().authorization()).isEqualTo("Bearer t1");
    }

    @Test
    void an_upload_is_a_ticket_then_the_bytes_as_signed_then_the_completion() {
        answers.put(
                "POST /api/admin/events/demo/uploads",
                "200 {\"uploads\":[" + ticket("upload") + "]}");
        answers.put("PUT /bucket/key", "200 ");
        answers.put("POST /api/admin/photos/P1/complete", "200 {\"photo_id\":\"P1\"}");

        JsonNode photo = client.withToken("t").upload("demo", PHOTO);

        assertThat(photo.path("photo_id").asText()).isEqualTo("P1");
        assertThat(seen).extracting(Seen::call).hasSize(3).element(1).isEqualTo("PUT /bucket/key");
        assertThat(seen.get(0).body())
                .contains("\"size\":6", "\"sha256\":\"" + PHOTO.sha256() + "\"");
        assertThat(seen.get(1).body()).isEqualTo("pixels");
        assertThat(seen.get(1).checksum()).isEqualTo("abc");
        assertThat(seen.get(1).authorization()).isEmpty();
    }

    @Test
    void a_duplicate_is_not_sent_again() {
        answers.put(
                "POST /api/admin/events/demo/uploads",
                "200 {\"uploads\":[" + ticket("duplicate") + "]}");
        answers.put("POST /api/admin/photos/P1/complete", "200 {\"photo_id\":\"P1\"}");

        client.upload("demo", PHOTO);

        assertThat(seen).extracting(Seen::call).noneMatch(call -> call.startsWith("PUT"));
    }

    @Test
    void a_refusal_is_told_with_its_problem() {
        answers.put("POST /api/auth/login", "401 {\"code\":\"invalid-credentials\"}");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.login("admin", "wrong"))
                .satisfies(refused -> {
                    assertThat(refused.answer().status()).isEqualTo(401);
                    assertThat(refused.answer().body().path("code").asText())
                            .isEqualTo("invalid-credentials");
                });
    }

    @Test
    void an_event_that_is_not_there_is_no_refusal() {
        answers.put("GET /api/admin/events/demo", "404 {\"code\":\"not-found\"}");

        assertThat(client.hasEvent("demo")).isFalse();
    }

    @Test
    void cursors_are_escaped() {
        answers.put("GET /api/gallery/demo/photos?since=a%2Bb%3D", "200 {\"cursor\":\"x\"}");

        assertThat(client.delta("demo", "a+b=").path("cursor").asText()).isEqualTo("x");
    }

    private String ticket(String status) {
        return """
        {"photo_id":"P1","status":"%s","upload":{"method":"PUT","url":"%s/bucket/key",
         "headers":{"content-length":"6","x-amz-checksum-sha256":"abc","Host":"x"}}}
        """
                .formatted(status, origin());
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            seen.add(
                    new Seen(
                            call,
                            header(exchange, "authorization"),
                            header(exchange, "x-amz-checksum-sha256"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            String[] answer =
                    answers.getOrDefault(call, "500 {\"call\":\"unexpected\"}").split(" ", 2);
            byte[] body = answer[1].getBytes(UTF_8);
            exchange.sendResponseHeaders(
                    Integer.parseInt(answer[0]), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
