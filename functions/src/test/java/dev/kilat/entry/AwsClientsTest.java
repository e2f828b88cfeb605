package dev.kilat.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;

class AwsClientsTest {
    private static final String ENDPOINT = "aws.endpointUrlS3";

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getLocalPort());
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty(ENDPOINT);
        server.close();
    }

    @Test
    void what_meets_a_closing_connection_is_stored_all_the_same() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
        var s3 = new AwsClients(credentials, "eu-central-1").s3();

        for (String key : new String[] {"one", "two"}) {
            s3.putObject(
                    put -> put.bucket("bucket").key(key), RequestBody.fromBytes(new byte[100]));
        }

        assertThat(requests).hasValue(3);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /// The second request of all finds its connection closed.
    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                if (requests.incrementAndGet() == 2) {
                    return;
                }
                if (head.contains("expect: 100-continue")) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                }
                in.skipNBytes(length(head));
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            }
        } catch (IOException hungUp) {
            // So does a client.
        }
    }

    private static int length(String head) {
        String before = "\r\ncontent-length:";
        int at = head.indexOf(before) + before.length();
        return Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)).strip());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }
}
