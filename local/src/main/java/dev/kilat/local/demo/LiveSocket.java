package dev.kilat.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An open live connection: frames queue up in the order they came.
public final class LiveSocket implements AutoCloseable {
    private final WebSocket socket;
    private final Inbox inbox;

    private LiveSocket(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    /// @throws java.util.concurrent.CompletionException if the handshake is refused
    static LiveSocket open(HttpClient http, URI url, String origin) {
        Inbox inbox = new Inbox();
        WebSocket socket =
                http.newWebSocketBuilder()
                        .header("Origin", origin)
                        .connectTimeout(Duration.ofSeconds(10))
                        .buildAsync(url, inbox)
                        .join();
        return new LiveSocket(socket, inbox);
    }

    /// @param frame e.g. `{"action":"ping"}`
    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /// The next frame; empty if none comes in time.
    public Optional<JsonNode> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(inbox.frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Completes with the close code.
    public CompletableFuture<Integer> closed() {
        return inbox.closed.copy();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(2, TimeUnit.SECONDS).join();
        }
    }

    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(read(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }

        private static JsonNode read(String frame) {
            try {
                return KilatClient.JSON.readTree(frame);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("No JSON frame: " + frame, e);
            }
        }
    }
}
