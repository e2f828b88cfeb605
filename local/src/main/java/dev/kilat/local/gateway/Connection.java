package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/// One WebSocket, from the accepted handshake to the close. It can be sent to as soon as `$connect`
/// has said yes: what is sent before the socket is open waits for it. Public because Jetty looks
/// for its methods by reflection.
public final class Connection implements Session.Listener.AutoDemanding {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final String GOING_AWAY = "Going away";

    private final Peer peer;
    private final Limits limits;
    private final SocketMessages messages;
    private final Connections connections;
    private final Meter meter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Optional<Outbox>> opened = new CompletableFuture<>();
    private volatile Instant lastActive;

    Connection(
            Peer peer,
            Limits limits,
            SocketMessages messages,
            Connections connections,
            Meter meter) {
        this.peer = peer;
        this.limits = limits;
        this.messages = messages;
        this.connections = connections;
        this.meter = meter;
        this.lastActive = peer.connectedAt();
    }

    Peer peer() {
        return peer;
    }

    Instant lastActive() {
        return lastActive;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        session.addIdleTimeoutListener(_ -> {
            close(StatusCode.SHUTDOWN, GOING_AWAY);
            return false;
        });
        opened.complete(Optional.of(new Outbox(session, limits)));
        Thread.ofVirtual().name("lifetime " + peer.connectionId()).start(this::growOld);
    }

    private void growOld() {
        try {
            if (!closed.await(limits.lifetime().toMillis(), TimeUnit.MILLISECONDS)) {
                close(StatusCode.SHUTDOWN, GOING_AWAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Messages run side by side, as API Gateway invokes for each without waiting for the one
    /// before.
    @Override
    public void onWebSocketText(String message) {
        lastActive = Instant.now();
        count(message);
        Thread.ofVirtual()
                .name("message " + peer.connectionId())
                .start(() -> messages.message(peer, message).ifPresent(this::send));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(StatusCode.BAD_DATA, "Binary is not supported");
    }

    /// Says nothing aloud: Jetty closes with the right code, and a client that vanishes is no news.
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "Connection " + peer.connectionId(), cause);
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        callback.succeed();
        gone(code, reason == null ? "" : reason);
    }

    /// The handshake broke off after `$connect` had said yes.
    void neverOpened() {
        opened.complete(Optional.empty());
        gone(StatusCode.ABNORMAL, "");
    }

    private void gone(int code, String reason) {
        closed.countDown();
        connections.remove(this);
        meter.count(new Use.SocketTime(Duration.between(peer.connectedAt(), Instant.now())));
        Thread.ofVirtual().name("disconnect " + peer.connectionId()).start(() -> end(code, reason));
    }

    private void end(int code, String reason) {
        try {
            messages.disconnect(peer, code, reason);
        } finally {
            ended.complete(null);
        }
    }

    /// Completes when the connection is closed and `$disconnect` was called.
    CompletableFuture<Void> ended() {
        return ended;
    }

    Outbox.Sent send(String text) {
        Outbox.Sent sent = outbox().map(open -> open.send(text)).orElse(Outbox.Sent.GONE);
        if (sent == Outbox.Sent.DELIVERED) {
            count(text);
        }
        return sent;
    }

    private void count(String text) {
        meter.count(new Use.SocketMessage(text.getBytes(UTF_8).length));
    }

    void close(int code, String reason) {
        outbox().ifPresent(open -> open.close(code, reason));
    }

    private Optional<Outbox> outbox() {
        return opened.copy()
                .completeOnTimeout(
                        Optional.empty(), limits.slowConsumer().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
