package dev.kilat.aws.post;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection that is kept open from post to post, for one caller at a time.
final class Line implements AutoCloseable {
    static final Duration TO_CONNECT = Duration.ofSeconds(1);
    static final Duration TO_ANSWER = Duration.ofSeconds(2);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean reusable;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 2048);
        this.out = socket.getOutputStream();
    }

    static Line to(URI endpoint, Tls tls) throws IOException {
        boolean safe = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : safe ? 443 : 80;
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) TO_ANSWER.toMillis());
            socket.connect(
                    new InetSocketAddress(endpoint.getHost(), port), (int) TO_CONNECT.toMillis());
            return new Line(safe ? tls.over(socket, endpoint.getHost(), port) : socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /// @param request whole, from its first line to the end of its body
    /// @return the answer's status
    /// @throws Unanswered if the other side closed the connection without a word
    int post(byte[] request) throws IOException {
        reusable = false;
        send(request);
        Answer answer = Answer.read(in);
        reusable = answer.isLineKept();
        return answer.status();
    }

    /// Until the first byte of the answer comes.
    private void send(byte[] request) throws IOException {
        int first;
        try {
            out.write(request);
            out.flush();
            in.mark(1);
            first = in.read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new Unanswered(e);
        }
        if (first < 0) {
            throw new Unanswered(null);
        }
        in.reset();
    }

    /// Whether the answer was read to its end, and the other side keeps the connection.
    boolean isReusable() {
        return reusable;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody uses it any more.
        }
    }

    /// A connection that was kept may be closed by the other side at any time.
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1L;

        Unanswered(@Nullable IOException cause) {
            super("the connection was closed before an answer came", cause);
        }
    }
}
