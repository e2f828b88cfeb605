package dev.kilat.bench.ingest;

import dev.kilat.bench.store.Store;
import dev.kilat.photo.Pending;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The environments of `PhotoUploaded`: each works on one photo at a time and keeps what it learned
/// for its next one. As on Lambda, who was busy last is asked first.
final class Functions implements AutoCloseable {
    private final AtomicInteger thumbnailJobs = new AtomicInteger();
    private final ExecutorService behindQueues = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    /// @param number of photos that can be worked on at once
    Functions(Store store, int number) {
        for (int i = 0; i < number; i++) {
            idle.push(new Line(store, thumbnailJobs, behindQueues));
        }
    }

    void ingest(Pending ticket) {
        Line line = idle.pop();
        try {
            line.ingest().ingest(ticket.id(), Instant.now());
        } finally {
            idle.push(line);
        }
    }

    /// As whoever gives a ticket does.
    void expected(Pending ticket) {
        idle.getFirst().expected(ticket);
    }

    int thumbnailJobs() {
        return thumbnailJobs.get();
    }

    /// Waits for what was left to the queues.
    @Override
    public void close() {
        behindQueues.close();
    }
}
