package dev.kilat.local.gateway;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.function.Invoker;
import dev.kilat.local.iam.Authorizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// CloudFront and both APIs in one server, on one port: pages, media, `/api` and `/live`.
public final class Gateway implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final SocketApi sockets;

    private Gateway(Server server, ServerConnector connector, SocketApi sockets) {
        this.server = server;
        this.connector = connector;
        this.sockets = sockets;
    }

    /// Returns once the port is open.
    ///
    /// @throws UncheckedIOException if it cannot be: a `java.net.BindException` is among the causes
    ///   when another program holds the port
    public static Gateway start(
            GatewaySettings settings, Invoker invoker, Authorizer authorizer, MediaSource media) {
        return start(settings, invoker, authorizer, media, Meter.NONE);
    }

    /// @param meter is told of each request, and of what passes on WebSockets
    public static Gateway start(
            GatewaySettings settings,
            Invoker invoker,
            Authorizer authorizer,
            MediaSource media,
            Meter meter) {
        Server server = new Server(threads());
        ServerConnector connector = connector(server, settings);
        server.setErrorHandler(new Messages());

        Limits limits = settings.limits();
        Connections connections = new Connections();
        SocketMessages messages =
                new SocketMessages(settings, new Integration(invoker, limits.socketIntegration()));
        SocketApi sockets =
                new SocketApi(
                        settings,
                        messages,
                        connections,
                        ServerWebSocketContainer.ensure(server),
                        meter);
        server.setHandler(
                new Front(
                        settings.webSocketStage(),
                        new SecurityHeaders(settings.s3Origin()),
                        new HttpApi(
                                RouteTable.of(settings.httpRoutes()),
                                new Integration(invoker, limits.integration()),
                                limits),
                        sockets,
                        new ManagementApi(settings, connections, authorizer),
                        new MediaFiles(media),
                        new Site(settings.webDir(), settings.publicOrigin()),
                        meter));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The gateway did not start", e);
        }
        return new Gateway(server, connector, sockets);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(16, 4);
        pool.setName("gateway");
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return pool;
    }

    private static ServerConnector connector(Server server, GatewaySettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bindHost());
        connector.setPort(settings.port());
        server.addConnector(connector);
        return connector;
    }

    /// The port that is open, also when the settings said 0.
    public int port() {
        return connector.getLocalPort();
    }

    /// Says goodbye to every connection (1001) and closes the port.
    @Override
    public void close() {
        sockets.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The gateway did not stop", e);
        }
    }
}
