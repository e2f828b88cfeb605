package dev.kilat.local.engine;

import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A small HTTP server. Its handlers may block: each runs on a virtual thread.
final class HttpServer implements AutoCloseable {
    private final Server server;
    private final int port;

    private HttpServer(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Reached from this machine only, on a free port.
    static HttpServer onLoopback(String name, Handler handler) {
        HttpConfiguration http = new HttpConfiguration();
        return start(name, "127.0.0.1", 0, http, handler);
    }

    static HttpServer start(
            String name, String host, int port, HttpConfiguration http, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        http.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("%s did not start on port %d".formatted(name, port), e);
        }
        return new HttpServer(server, connector.getLocalPort());
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("A server did not stop", e);
        }
    }
}
