package dev.kilat.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an open page does with frames.
final class Page {
    private final List<PlainFrames.Read> frames = new ArrayList<>();
    private final List<Instant> arrivals = new ArrayList<>();
    private final List<Long> pushed = new ArrayList<>();
    private long cursor;
    private int deltas;

    Page(long cursor) {
        this.cursor = cursor;
    }

    synchronized void receive(byte[] bytes, Instant now) {
        PlainFrames.Read frame = PlainFrames.Read.of(bytes);
        frames.add(frame);
        arrivals.add(now);
        for (long seq : frame.seqs()) {
            if (seq == cursor + 1) {
                cursor = seq;
                pushed.add(seq);
            }
        }
        if (frame.head() > cursor) {
            deltas++;
            cursor = frame.head();
        }
    }

    synchronized List<PlainFrames.Read> frames() {
        return List.copyOf(frames);
    }

    synchronized List<Instant> arrivals() {
        return List.copyOf(arrivals);
    }

    /// The changes that a frame brought, each once.
    synchronized List<Long> pushed() {
        return List.copyOf(pushed);
    }

    /// The last change that it shows.
    synchronized long cursor() {
        return cursor;
    }

    /// How often it had to ask.
    synchronized int deltas() {
        return deltas;
    }
}
