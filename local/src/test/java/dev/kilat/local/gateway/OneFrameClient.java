package dev.kilat.local.gateway;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/// Sends one message as one frame, as browsers do; the JDK's client cuts it into frames of 16 KB.
public final class OneFrameClient implements Session.Listener.AutoDemanding {
    private final String message;
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

    private OneFrameClient(String message) {
        this.message = message;
    }

    /// What the server closes with; 4000 if it answered instead.
    static int closeCodeAfter(int port, int bytes) throws Exception {
        OneFrameClient listener = new OneFrameClient("x".repeat(bytes));
        WebSocketClient client = new WebSocketClient();
        client.setMaxFrameSize(1 << 20);
        client.start();
        try {
            client.connect(listener, URI.create("ws://127.0.0.1:" + port + "/live")).get();
            return listener.closeCode.get(10, TimeUnit.SECONDS);
        } finally {
            client.stop();
        }
    }

    @Override
    public void onWebSocketOpen(Session session) {
        session.sendText(message, Callback.NOOP);
    }

    @Override
    public void onWebSocketText(String answer) {
        closeCode.complete(4000);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        callback.succeed();
        closeCode.complete(code);
    }
}
