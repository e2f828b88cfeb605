package dev.kilat.bench.fanout;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Puts the parts of a frame together.
final class FrameListener implements WebSocket.Listener {
    private final Frames frames;
    private final StringBuilder parts = new StringBuilder();

    FrameListener(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        long now = System.nanoTime();
        parts.append(part);
        if (last) {
            frames.came(parts.toString(), now);
            parts.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @FunctionalInterface
    interface Frames {
        void came(String frame, long nanoTime);
    }
}
