package dev.kilat.local.gateway;

import static dev.kilat.local.gateway.TestGateway.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.function.Invoker.Result;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketApiTest {
    @TempDir private Path web;
    private TestGateway at;

    @BeforeEach
    void start() {
        at = new TestGateway(web, TestGateway.SMALL);
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @Test
    void connect_hears_of_the_handshake() throws Exception {
        at.connect("?ticket=a%2Bb");

        JsonNode event = at.event("CONNECT");
        assertThat(event.path("headers").path("Origin").asText()).isEqualTo("http://gallery.test");
        assertThat(event.path("headers").path("Host").asText()).startsWith("127.0.0.1");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"ticket\":\"a+b\"}");
        JsonNode context = event.path("requestContext");
        assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
        assertThat(context.path("stage").asText()).isEqualTo("live");
        assertThat(context.path("apiId").asText()).isEqualTo("ws1");
        assertThat(context.path("connectedAt").asLong()).isPositive();
        assertThat(context.path("connectionId").asText()).hasSize(16).endsWith("=");
        assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void connect_can_refuse_the_handshake_with_its_own_status() {
        at.functions.put("Live", _ -> answer("{\"statusCode\":403}"));

        assertThat(refusal()).isEqualTo(403);
    }

    @Test
    void a_connect_that_throws_refuses_the_handshake_too() {
        at.functions.put("Live", _ -> new Result.FunctionError("boom"));

        assertThat(refusal()).isEqualTo(502);
    }

    @Test
    void during_connect_the_connection_is_gone_to_everybody() throws Exception {
        at.functions.put(
                "Live",
                event -> {
                    String id = event.path("requestContext").path("connectionId").asText();
                    try {
                        int status = at.manage("POST", "KNOWN", id, "hi").statusCode();
                        return answer("{\"statusCode\":" + (status == 410 ? 401 : 200) + "}");
                    } catch (Exception e) {
                        return new Result.FunctionError(e.toString());
                    }
                });

        assertThat(refusal()).isEqualTo(401);
    }

    @Test
    void a_message_goes_where_its_action_says_and_else_to_the_default_route() throws Exception {
        at.functions.put("Join", _ -> answer("{\"statusCode\":200,\"body\":\"not returned\"}"));
        at.functions.put("Live", this::echo);
        TestSocket socket = at.connect("");

        socket.send("{\"action\":\"event:join\",\"event_slug\":\"demo\"}");
        JsonNode join = at.event("MESSAGE");
        assertThat(join.path("requestContext").path("routeKey").asText()).isEqualTo("event:join");
        assertThat(join.path("body").asText()).contains("event_slug");

        socket.send("{\"action\":\"ping\"}");
        assertThat(socket.next()).isEqualTo("$default");
        socket.send("no json at all");
        assertThat(socket.next()).isEqualTo("$default");
        socket.send("{\"action\":\"$disconnect\"}");
        assertThat(socket.next()).isEqualTo("$default");
    }

    @Test
    void a_route_that_throws_tells_the_client_and_keeps_the_connection() throws Exception {
        TestSocket socket = at.connect("");
        at.functions.put("Live", _ -> new Result.FunctionError("boom: secret"));
        socket.send("{}");

        assertThat(socket.next()).contains("Internal server error").doesNotContain("secret");
        at.functions.put("Live", this::echo);
        socket.send("{}");
        assertThat(socket.next()).isEqualTo("$default");
    }

    @Test
    void disconnect_hears_of_a_close_and_of_its_code() throws Exception {
        TestSocket socket = at.connect("");
        String id = at.event("CONNECT").path("requestContext").path("connectionId").asText();

        socket.socket().sendClose(4001, "bye").join();

        JsonNode context = at.event("DISCONNECT").path("requestContext");
        assertThat(context.path("connectionId").asText()).isEqualTo(id);
        assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(4001);
        assertThat(at.manage("POST", "KNOWN", id, "late").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({"32768, 4000", "32769, 1009"})
    void a_frame_above_32_kb_closes_with_1009(int bytes, int code) throws Exception {
        at.functions.put("Live", this::echo);

        assertThat(OneFrameClient.closeCodeAfter(at.gateway.port(), bytes)).isEqualTo(code);
    }

    @Test
    void a_message_may_have_128_kb_in_frames_of_32_and_one_byte_more_closes_with_1009()
            throws Exception {
        at.functions.put("Live", this::echo);
        TestSocket socket = at.connect("");
        WebSocket raw = socket.socket();
        String frame = "x".repeat(32 * 1024);
        for (int i = 0; i < 3; i++) {
            raw.sendText(frame, false).join();
        }
        raw.sendText(frame, true).join();
        assertThat(socket.next()).isEqualTo("$default");

        for (int i = 0; i < 4; i++) {
            raw.sendText(frame, false).join();
        }
        raw.sendText("x", true).join();
        assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    void binary_closes_with_1003() {
        TestSocket socket = at.connect("");

        socket.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

        assertThat(socket.closeCode()).isEqualTo(1003);
    }

    @Test
    void a_silent_connection_closes_with_1001() {
        try (TestGateway impatient = new TestGateway(web, withLife(200, 60_000))) {
            TestSocket socket = impatient.connect("");

            assertThat(socket.closeCode()).isEqualTo(1001);
            assertThat(socket.closeReason).isCompletedWithValue("Going away");
        }
    }

    @Test
    void an_old_connection_closes_with_1001_however_busy() {
        try (TestGateway impatient = new TestGateway(web, withLife(60_000, 200))) {
            TestSocket socket = impatient.connect("");

            assertThat(socket.closeCode()).isEqualTo(1001);
            assertThat(socket.closeReason).isCompletedWithValue("Going away");
        }
    }

    @Test
    void stopping_says_goodbye_to_clients_and_functions() throws Exception {
        TestSocket socket = at.connect("");

        at.gateway.close();

        assertThat(socket.closeCode()).isEqualTo(1001);
        assertThat(at.event("DISCONNECT")).isNotNull();
    }

    /// A version that nobody speaks: `$connect` says yes, and then there is no handshake.
    @Test
    void a_handshake_that_breaks_off_is_a_disconnect() throws Exception {
        int status = DeafClient.handshake(at.gateway.port(), 12);

        assertThat(status).isEqualTo(400);
        String id = at.event("CONNECT").path("requestContext").path("connectionId").asText();
        assertThat(at.event("DISCONNECT").path("requestContext").path("connectionId").asText())
                .isEqualTo(id);
        assertThat(at.manage("POST", "KNOWN", id, "hi").statusCode()).isEqualTo(410);
    }

    @Test
    void a_plain_request_is_told_to_upgrade() throws Exception {
        assertThat(at.get("/live").statusCode()).isEqualTo(426);
    }

    private int refusal() {
        Throwable thrown = catchThrowable(() -> at.connect(""));
        assertThat(thrown).isInstanceOf(CompletionException.class);
        assertThat(thrown.getCause()).isInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) thrown.getCause()).getResponse().statusCode();
    }

    private Result echo(JsonNode event) {
        String route = event.path("requestContext").path("routeKey").asText();
        return answer("{\"statusCode\":200,\"body\":\"" + route + "\"}");
    }

    private static Limits withLife(long idleMillis, long lifetimeMillis) {
        Limits aws = Limits.ofAws();
        return new Limits(
                aws.requestBytes(),
                aws.answerBytes(),
                aws.integration(),
                aws.socketIntegration(),
                aws.frameBytes(),
                aws.messageBytes(),
                Duration.ofMillis(idleMillis),
                Duration.ofMillis(lifetimeMillis),
                aws.slowConsumer(),
                aws.waitingSends());
    }
}
