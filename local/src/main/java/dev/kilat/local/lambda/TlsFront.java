package dev.kilat.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// Ends TLS before a service that speaks plain HTTP, and passes the bytes on.
final class TlsFront implements AutoCloseable {
    private final SSLServerSocket server;
    private final URI behind;

    private TlsFront(SSLServerSocket server, URI behind) {
        this.server = server;
        this.behind = behind;
    }

    static TlsFront before(URI service, SSLContext tls) {
        try {
            var server =
                    (SSLServerSocket)
                            tls.getServerSocketFactory()
                                    .createServerSocket(0, 64, InetAddress.getLoopbackAddress());
            TlsFront front = new TlsFront(server, service);
            Thread.ofVirtual().start(front::accept);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (true) {
            try {
                Socket caller = server.accept();
                caller.setTcpNoDelay(true);
                Socket service = new Socket(behind.getHost(), behind.getPort());
                service.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(caller, service));
                Thread.ofVirtual().start(() -> pass(service, caller));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side hung up; so does the other.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
