package dev.kilat.local.gateway;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// Sends to one client, one message after the other, in the order they came.
final class Outbox {
    /// At most 30,000 bytes of UTF-8, hence within one 32 KB frame.
    private static final int FRAME_CHARACTERS = 10_000;

    private final Session session;
    private final Limits limits;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();

    Outbox(Session session, Limits limits) {
        this.session = session;
        this.limits = limits;
    }

    /// What became of a message.
    enum Sent {
        /// Handed to the client's socket.
        DELIVERED,
        /// The client is gone, or was cut off because it takes nothing.
        GONE,
        /// Too much is waiting for this client already.
        BUSY
    }

    Sent send(String text) {
        try {
            if (waiting.incrementAndGet() > limits.waitingSends()) {
                return Sent.BUSY;
            }
            turn.lock();
            try {
                return sendNow(text);
            } finally {
                turn.unlock();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    private Sent sendNow(String text) {
        int start = 0;
        do {
            int end = frameEnd(text, start);
            boolean last = end == text.length();
            String frame = text.substring(start, end);
            if (!session.isOpen()
                    || !written(
                            Callback.Completable.with(
                                    c -> session.sendPartialText(frame, last, c)))) {
                return Sent.GONE;
            }
            start = end;
        } while (start < text.length());
        return Sent.DELIVERED;
    }

    private static int frameEnd(String text, int start) {
        int end = Math.min(start + FRAME_CHARACTERS, text.length());
        boolean splitsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return splitsPair ? end - 1 : end;
    }

    private boolean written(Callback.Completable frame) {
        try {
            frame.get(limits.slowConsumer().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (TimeoutException e) {
            session.disconnect();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
