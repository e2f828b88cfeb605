package dev.kilat.local.gateway;

import dev.kilat.local.bill.Meter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// `/live`: the WebSocket API. `$connect` runs before the handshake is answered, and may refuse it.
final class SocketApi implements Request.Handler, AutoCloseable {
    private final Limits limits;
    private final SocketMessages messages;
    private final Connections connections;
    private final ServerWebSocketContainer container;
    private final Meter meter;

    SocketApi(
            GatewaySettings settings,
            SocketMessages messages,
            Connections connections,
            ServerWebSocketContainer container,
            Meter meter) {
        this.limits = settings.limits();
        this.messages = messages;
        this.connections = connections;
        this.container = container;
        this.meter = meter;
        container.setMaxFrameSize(limits.frameBytes());
        container.setMaxTextMessageSize(limits.messageBytes());
        container.setMaxBinaryMessageSize(limits.messageBytes());
        // Else Jetty would quietly cut a frame that is too large into smaller ones.
        container.setAutoFragment(false);
        container.setIdleTimeout(limits.idle());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            return Messages.reply(response, callback, 426, "Upgrade Required");
        }
        Peer peer = peer(request);
        int status = messages.connect(peer, request);
        if (status != 200) {
            return Messages.reply(response, callback, status, refusal(status));
        }
        Connection connection = new Connection(peer, limits, messages, connections, meter);
        connections.add(connection);
        boolean upgraded =
                container.upgrade(
                        (_, accepted, _) -> {
                            // API Gateway does not compress.
                            accepted.setExtensions(List.of());
                            return connection;
                        },
                        request,
                        response,
                        Callback.from(callback, () -> settle(connection, response)));
        if (!upgraded) {
            connection.neverOpened();
            return Messages.reply(response, callback, 400, "Bad Request");
        }
        return true;
    }

    /// When the handshake is answered, for better or worse.
    private static void settle(Connection connection, Response response) {
        if (response.getStatus() != HttpStatus.SWITCHING_PROTOCOLS_101) {
            connection.neverOpened();
        }
    }

    private static Peer peer(Request request) {
        String agent = request.getHeaders().get(HttpHeader.USER_AGENT);
        return new Peer(
                Ids.next(),
                Instant.now(),
                Request.getServerName(request),
                Request.getRemoteAddr(request),
                agent == null ? "" : agent);
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 429 -> "Too Many Requests";
            case 504 -> "Endpoint request timed out";
            default -> "Internal server error";
        };
    }

    /// Waits, briefly, until `$disconnect` has been called for all.
    @Override
    public void close() {
        List<Connection> open = connections.all();
        open.forEach(c -> c.close(StatusCode.SHUTDOWN, "Going away"));
        CompletableFuture.allOf(
                        open.stream().map(Connection::ended).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
    }
}
