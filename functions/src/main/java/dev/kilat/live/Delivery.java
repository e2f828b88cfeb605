package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Brings a frame to a whole room: itself, or split over the fan-out queue if the room is large.
public final class Delivery {
    /// How many connections one sender posts to: about a tenth of a second's work.
    public static final int MOST_DIRECT = 200;

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    private final Connections connections;
    private final Courier courier;
    private final FanOutQueue queue;
    private final Tally tally;
    private final InstantSource clock;

    public Delivery(
            Connections connections,
            Courier courier,
            FanOutQueue queue,
            Tally tally,
            InstantSource clock) {
        this.connections = connections;
        this.courier = courier;
        this.queue = queue;
        this.tally = tally;
        this.clock = clock;
    }

    public void toRoom(Room room, byte[] frame) {
        List<String> ids = connections.in(room, clock.instant());
        if (ids.size() <= MOST_DIRECT) {
            toConnections(ids, frame);
        } else {
            enqueue(room, slices(ids), frame);
        }
    }

    public void toConnections(List<String> ids, byte[] frame) {
        int reached = courier.deliver(ids, frame);
        if (reached == 0) {
            return;
        }
        try {
            tally.add(reached);
        } catch (RuntimeException e) {
            // A figure for the dashboard must not make the frame be sent again.
            LOG.log(WARNING, "messages were not counted: " + reached, e);
        }
    }

    private void enqueue(Room room, List<List<String>> slices, byte[] frame) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            slices.stream()
                    .map(slice -> runAsync(() -> queue.slice(room, slice, frame), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private static List<List<String>> slices(List<String> ids) {
        List<List<String>> slices = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_DIRECT) {
            slices.add(List.copyOf(ids.subList(from, Math.min(from + MOST_DIRECT, ids.size()))));
        }
        return slices;
    }
}
