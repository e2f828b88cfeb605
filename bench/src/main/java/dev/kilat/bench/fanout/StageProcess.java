package dev.kilat.bench.fanout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kilat.bench.measure.Worker;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocketFactory;

/// The other side of posts: answers 200 to each, 10 ms after it came. Says its `port`, and how many
/// `posts` it answered.
final class StageProcess {
    private static final int MILLISECONDS = 10;
    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

    private final AtomicLong posts = new AtomicLong();

    private StageProcess() {}

    public static void main(String[] arguments) throws IOException {
        var stage = new StageProcess();
        var server =
                SSLServerSocketFactory.getDefault()
                        .createServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> stage.accept(server));
        Worker.answer(question ->
                Map.of(
                        question,
                        question.equals("port") ? server.getLocalPort() : stage.posts.get()));
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket line = server.accept();
                Thread.startVirtualThread(() -> serve(line));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket line) {
        try (line) {
            line.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(line.getInputStream(), 8192);
            OutputStream out = line.getOutputStream();
            for (int body = head(in); body >= 0; body = head(in)) {
                in.skipNBytes(body);
                Thread.sleep(MILLISECONDS);
                posts.incrementAndGet();
                out.write(OK);
            }
        } catch (IOException | InterruptedException e) {
            // The client has hung up.
        }
    }

    /// @return the length of the body behind it; -1 at the end of the line
    private static int head(InputStream in) throws IOException {
        int length = 0;
        StringBuilder header = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                header.append((char) c);
                continue;
            }
            String text = header.toString().strip();
            if (text.isEmpty()) {
                return length;
            }
            if (text.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(text.substring(15).strip());
            }
            header.setLength(0);
        }
        return -1;
    }
}
