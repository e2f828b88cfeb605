package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.live.Poster.Posted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/// What happens when the other side hangs up: each test tells what it says on one line after
/// another before it closes it.
@Timeout(30)
class LineTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void a_kept_line_that_is_closed_without_a_word_is_replaced() throws IOException {
        assertThat(posts(2, List.of(OK), List.of(OK)))
                .containsExactly(new Posted.Delivered(), new Posted.Delivered());
    }

    @Test
    void a_line_that_is_closed_within_its_answer_may_have_posted() throws IOException {
        List<Posted> posted = posts(2, List.of(OK, "HTTP/1.1 200 OK\r\nConte"), List.of(OK));

        assertThat(posted.getFirst()).isEqualTo(new Posted.Delivered());
        assertThat(posted.getLast()).isInstanceOf(Posted.Retryable.class);
        assertThat(requests).hasValue(2);
    }

    @Test
    void a_fresh_line_that_is_closed_without_a_word_is_not_replaced() throws IOException {
        assertThat(posts(1, List.of(), List.of(OK)))
                .singleElement()
                .isInstanceOf(Posted.Retryable.class);
    }

    @Test
    void a_line_that_is_announced_to_close_is_not_used_again() throws IOException {
        String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

        assertThat(posts(2, List.of(last, OK), List.of(OK)))
                .containsExactly(new Posted.Delivered(), new Posted.Delivered());
        assertThat(requests).hasValue(2);
    }

    @SafeVarargs
    private List<Posted> posts(int count, List<String>... lines) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, lines));
            LinePoster poster =
                    new LinePoster(
                            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/live"),
                            "eu-central-1",
                            () -> AwsBasicCredentials.create("id", "secret"),
                            InstantSource.fixed(Instant.EPOCH),
                            (SSLSocketFactory) SSLSocketFactory.getDefault());
            return java.util.stream.IntStream.range(0, count)
                    .mapToObj(_ -> poster.post("a", new byte[0]))
                    .toList();
        }
    }

    @SafeVarargs
    private void serve(ServerSocket server, List<String>... lines) {
        for (List<String> answers : lines) {
            try (Socket line = server.accept()) {
                var in =
                        new BufferedReader(
                                new InputStreamReader(line.getInputStream(), ISO_8859_1));
                for (String answer : answers) {
                    String header = in.readLine();
                    while (header != null && !header.isEmpty()) {
                        header = in.readLine();
                    }
                    if (header == null) {
                        break;
                    }
                    requests.incrementAndGet();
                    line.getOutputStream().write(answer.getBytes(ISO_8859_1));
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
