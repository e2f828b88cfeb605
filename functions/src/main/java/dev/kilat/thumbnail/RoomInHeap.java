package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.util.concurrent.Semaphore;

/// Lets photos be drawn side by side as far as Java's heap has room for their pixels; the others
/// wait for their turn. One invocation of a Lambda has its heap to itself, but where all functions
/// run in one process, a few large photos at once would end it.
final class RoomInHeap {
    private static final int MEGABYTE = 1 << 20;

    /// Above this, what else lives in the heap.
    private static final double SHARE = 0.6;

    /// Of the largest picture a reader makes (four channels of 16 bits) and its opaque copy.
    private static final int BYTES_A_PIXEL = 12;

    /// WebP's reader thins out only what it has drawn whole, perhaps with a mask of its own.
    private static final int BYTES_A_PIXEL_OF_WEBP = 8;

    private final int all;
    private final Semaphore megabytes;

    RoomInHeap(long heap) {
        all = Math.max(1, (int) (heap * SHARE / MEGABYTE));
        megabytes = new Semaphore(all, true);
    }

    interface Drawing<T> {
        T draw() throws Refused;
    }

    <T> T of(Original photo, Drawing<T> drawing) throws Refused {
        int taken = (int) Math.min(all, 1 + bytes(photo) / MEGABYTE);
        megabytes.acquireUninterruptibly(taken);
        try {
            return drawing.draw();
        } finally {
            megabytes.release(taken);
        }
    }

    private static long bytes(Original photo) {
        Header.Image header = photo.header();
        long pixels = (long) header.width() * header.height();
        long every = Decode.every(header);
        long thinned = pixels / (every * every) * BYTES_A_PIXEL;
        return 2 * photo.bytes().byteSize()
                + switch (header.type()) {
                    case JPEG, PNG -> thinned;
                    case WEBP -> pixels * BYTES_A_PIXEL_OF_WEBP + thinned;
                };
    }
}
