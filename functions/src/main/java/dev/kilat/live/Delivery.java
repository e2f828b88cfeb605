package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Brings a frame to a whole room: itself, or split over the fan-out queue if the room is large.
public final class Delivery {
    /// How many connections one sender posts to: about a tenth of a second's work for what commits
    /// a photo, which has half a processor. Eight functions of a whole one then bring a frame to
    /// 10,000 pages with two or three slices each.
    public static final int MOST_DIRECT = 500;

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    private final RoomList rooms;
    private final Courier courier;
    private final FanOutQueue queue;
    private final Tally tally;

    public Delivery(RoomList rooms, Courier courier, FanOutQueue queue, Tally tally) {
        this.rooms = rooms;
        this.courier = courier;
        this.queue = queue;
        this.tally = tally;
    }

    public void toRoom(Room room, byte[] frame) {
        List<String> ids = rooms.of(room);
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
