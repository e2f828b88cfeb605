package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kilat.live.Poster.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Timeout(30)
class LinePosterTest {
    private static final byte[] FRAME = "{}".getBytes(UTF_8);

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Set<InetSocketAddress> lines = Collections.synchronizedSet(new HashSet<>());
    private final HttpServer stage;
    private final LinePoster poster;
    private int status = 200;
    private String answer = "";
    private Instant now = Instant.parse("2026-06-06T19:30:00Z");

    LinePosterTest() throws IOException {
        stage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stage.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        poster =
                new LinePoster(
                        URI.create("http://127.0.0.1:" + stage.getAddress().getPort() + "/live"),
                        "eu-central-1",
                        () -> AwsSessionCredentials.create("id", "secret", "token"),
                        () -> now,
                        (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @BeforeEach
    void start() {
        stage.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    requests.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI().getRawPath()
                                    + " "
                                    + body);
                    lines.add(exchange.getRemoteAddress());
                    byte[] text = answer.getBytes(UTF_8);
                    // Of unknown length, so it comes in chunks.
                    exchange.sendResponseHeaders(status, text.length == 0 ? -1 : 0);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        stage.start();
    }

    @AfterEach
    void stop() {
        stage.stop(0);
    }

    @Test
    void a_frame_is_posted_to_the_connection_on_the_stage() {
        assertThat(post()).isEqualTo(new Posted.Delivered());
        assertThat(requests).containsExactly("POST /live/@connections/Abc%3D {}");
    }

    @Test
    void what_a_connection_is_called_never_leaves_its_segment_of_the_path() {
        poster.post("a/../b?c\r\nX-Evil: d", FRAME);

        assertThat(requests)
                .containsExactly("POST /live/@connections/a%2F..%2Fb%3Fc%0D%0AX-Evil%3A%20d {}");
    }

    @Test
    void a_closed_connection_is_gone() {
        status = 410;

        assertThat(post()).isEqualTo(new Posted.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void what_passes_may_be_tried_again_by_whoever_posts(int passing) {
        status = passing;

        assertThat(post()).isInstanceOf(Posted.Retryable.class);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413})
    void what_does_not_pass_has_failed(int lasting) {
        status = lasting;

        assertThat(post()).isInstanceOf(Posted.Failed.class);
    }

    @Test
    void a_stage_that_does_not_answer_may_later() {
        stage.stop(0);

        assertThat(post()).isInstanceOf(Posted.Retryable.class);
    }

    @Test
    void one_line_carries_one_post_after_the_other_whatever_is_answered() {
        for (int next : new int[] {200, 410, 429, 200}) {
            status = next;
            answer = next == 200 ? "" : "{\"message\":\"in chunks\"}";
            post();
        }

        assertThat(requests).hasSize(4);
        assertThat(lines).hasSize(1);
    }

    @Test
    void a_line_that_was_idle_for_long_is_not_trusted() {
        post();
        now = now.plus(LinePoster.KEPT);
        post();

        assertThat(lines).hasSize(2);
    }

    @Test
    void many_at_once_all_arrive_over_few_lines() {
        AtomicInteger delivered = new AtomicInteger();
        for (int round = 0; round < 5; round++) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 20)
                        .forEach(i ->
                                threads.execute(() -> {
                                    if (poster.post("c" + i, FRAME) instanceof Posted.Delivered) {
                                        delivered.incrementAndGet();
                                    }
                                }));
            }
        }

        assertThat(delivered).hasValue(100);
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void a_kept_line_that_was_closed_meanwhile_is_replaced() throws IOException {
        assertThat(post()).isEqualTo(new Posted.Delivered());
        int port = stage.getAddress().getPort();
        stage.stop(0);
        var next =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        next.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        next.start();
        try {
            assertThat(post()).isEqualTo(new Posted.Delivered());
        } finally {
            next.stop(0);
        }
    }

    private Posted post() {
        return poster.post("Abc=", FRAME);
    }
}
