package dev.kilat.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementApiTest {
    private TestGateway at;
    private TestSocket socket;
    private String id;

    @BeforeEach
    void connect(@TempDir Path web) throws Exception {
        at = new TestGateway(web, TestGateway.SMALL);
        socket = at.connect("");
        id = at.event("CONNECT").path("requestContext").path("connectionId").asText();
    }

    @AfterEach
    void stop() {
        at.close();
    }

    @Test
    void messages_arrive_whole_and_in_order() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(at.manage("POST", "KNOWN", id, "message " + i).statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(socket.next()).isEqualTo("message " + i);
        }
    }

    @Test
    void many_senders_at_once_lose_and_mix_nothing() throws Exception {
        Set<String> sent = new TreeSet<>();
        List<Future<Integer>> answers = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String message = i + ":" + "é".repeat(15_000);
                sent.add(message);
                answers.add(
                        senders.submit(() -> at.manage("POST", "KNOWN", id, message).statusCode()));
            }
        }
        assertThat(answers).extracting(Future::resultNow).containsOnly(200);
        Set<String> received = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            received.add(socket.next());
        }
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void a_client_that_takes_nothing_is_cut_off() throws Exception {
        try (DeafClient _ = new DeafClient(at.gateway.port())) {
            String deafId =
                    at.event("CONNECT").path("requestContext").path("connectionId").asText();
            String message = "x".repeat(128 * 1024);

            int status = 200;
            for (int i = 0; i < 400 && status == 200; i++) {
                status = at.manage("POST", "KNOWN", deafId, message).statusCode();
            }

            assertThat(status).isEqualTo(410);
            assertThat(at.event("DISCONNECT").path("requestContext").path("connectionId").asText())
                    .isEqualTo(deafId);
        }
        assertThat(at.manage("POST", "KNOWN", id, "others go on").statusCode()).isEqualTo(200);
        assertThat(socket.next()).isEqualTo("others go on");
    }

    @Test
    void a_message_larger_than_a_frame_arrives_whole() throws Exception {
        String emoji = "\u26a1\ud83d\udcf8é".repeat(14_000);
        assertThat(emoji.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeBetween(120_000, 128 * 1024);

        assertThat(at.manage("POST", "KNOWN", id, emoji).statusCode()).isEqualTo(200);

        assertThat(socket.next()).isEqualTo(emoji);
    }

    @Test
    void a_message_above_128_kb_is_refused() throws Exception {
        var answer = at.manage("POST", "KNOWN", id, "x".repeat(128 * 1024 + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("x-amzn-errortype"))
                .contains("PayloadTooLargeException");
    }

    @Test
    void an_unknown_connection_is_gone() throws Exception {
        var answer = at.manage("POST", "KNOWN", "AAAAAAAAAAAAAAA=", "hi");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("GoneException");
    }

    @Test
    void a_role_without_the_grant_is_denied() throws Exception {
        var answer = at.manage("POST", "FOREIGN", id, "hi");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype"))
                .contains("AccessDeniedException");
        assertThat(answer.body())
                .contains("FOREIGN may not execute-api:ManageConnections on " + TestGateway.ARN)
                .contains("/live/POST/@connections/" + id);
    }

    @Test
    void a_grant_to_post_is_no_grant_to_disconnect() throws Exception {
        assertThat(at.manage("DELETE", "KNOWN", id, "").statusCode()).isEqualTo(403);
    }

    @Test
    void an_unsigned_request_is_refused() throws Exception {
        assertThat(at.get("/live/@connections/x").statusCode()).isEqualTo(403);
    }
}
