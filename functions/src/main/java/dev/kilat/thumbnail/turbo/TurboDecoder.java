package dev.kilat.thumbnail.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.kilat.thumbnail.planes.Plane;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// JPEG to planes. For one thread at a time.
public final class TurboDecoder {
    private static final int YCBCR = 1;
    private static final int GREY = 2;

    /// Refuses a progressive JPEG of more than 500 scans, each of which is a pass over all pixels.
    private static final int LIMIT_SCANS = 32768;

    private static final int WHOLE = 8;

    /// The scales that the library has vector code for, smallest first: those between cost as much
    /// and show less.
    private static final int[] EIGHTHS = {1, 2, 4, WHOLE};

    private final TurboLibrary library;
    private final Pool pool;

    TurboDecoder(TurboLibrary library, Pool pool) {
        this.pool = pool;
        this.library = library;
    }

    /// Decodes at the smallest power of two of its size that keeps the long edge: the smaller, the
    /// less there is to compute.
    ///
    /// @param jpeg is copied first if it lies in Java's heap, where the library cannot read
    /// @param width of the picture as stored, found within the limits: no memory is taken for any
    ///   other
    /// @param longEdge in pixels, which the planes reach if the picture does
    public Decoded decode(MemorySegment jpeg, int width, int height, int longEdge) {
        try (Handle handle = Handle.decompressor(library);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    jpeg.isNative() ? jpeg : arena.allocate(jpeg.byteSize()).copyFrom(jpeg);
            MemorySegment facts = arena.allocate(JAVA_INT, 4);
            // Odd resolutions of colour end here too, and only another decoder knows what is
            // damaged.
            if (header(handle, bytes, facts) != 0 && !handle.onlyWarned()) {
                return new Decoded.NotOurs();
            }
            if (facts.getAtIndex(JAVA_INT, 0) != width || facts.getAtIndex(JAVA_INT, 1) != height) {
                return new Decoded.Damaged("its parts disagree about its size");
            }
            int space = facts.getAtIndex(JAVA_INT, 3);
            Subsampling kind = Subsampling.of(facts.getAtIndex(JAVA_INT, 2));
            if ((space != YCBCR && space != GREY) || kind == null) {
                return new Decoded.NotOurs();
            }
            int eighths = eighths(Math.max(width, height), longEdge);
            Layout layout = new Layout(scaled(width, eighths), scaled(height, eighths), kind);
            MemorySegment into = pool.take(layout.size());
            Optional<String> warning = Optional.empty();
            if (decode(handle, arena, bytes, layout, into) != 0) {
                if (!handle.onlyWarned()) {
                    return new Decoded.Damaged(handle.lastError());
                }
                warning = Optional.of(handle.lastError());
            }
            return new Decoded.Picture(layout.planes(into), warning);
        }
    }

    private static int eighths(int edge, int wanted) {
        return Arrays.stream(EIGHTHS)
                .filter(eighths -> scaled(edge, eighths) >= wanted)
                .findFirst()
                .orElse(WHOLE);
    }

    private static int scaled(int edge, int eighths) {
        return Math.ceilDiv(edge * eighths, WHOLE);
    }

    private int header(Handle handle, MemorySegment bytes, MemorySegment facts) {
        return Handle.Call.of(() ->
                (int)
                        library.header.invokeExact(
                                handle.address,
                                bytes,
                                bytes.byteSize(),
                                facts,
                                facts.asSlice(4),
                                facts.asSlice(8),
                                facts.asSlice(12)));
    }

    private int decode(
            Handle handle, Arena arena, MemorySegment bytes, Layout layout, MemorySegment into) {
        MemorySegment addresses = arena.allocate(ADDRESS, 3);
        MemorySegment strides = arena.allocate(JAVA_INT, 3);
        for (int i = 0; i < layout.count(); i++) {
            addresses.setAtIndex(ADDRESS, i, layout.part(into, i));
            strides.setAtIndex(JAVA_INT, i, layout.stride(i));
        }
        return Handle.Call.of(() ->
                (int)
                        library.toPlanes.invokeExact(
                                handle.address,
                                bytes,
                                bytes.byteSize(),
                                addresses,
                                layout.width,
                                strides,
                                layout.height,
                                LIMIT_SCANS));
    }

    /// Where in one piece of memory the planes lie. The library writes brightness for each whole
    /// sample of colour, so its lines may be a little longer than the picture, and more.
    private record Layout(int width, int height, Subsampling kind) {
        int count() {
            return kind.grey() ? 1 : 3;
        }

        int stride(int plane) {
            return plane == 0
                    ? Plane.padded(kind.padded(width, kind.across()))
                    : Plane.padded(kind.colourWidth(width));
        }

        long size() {
            return size(0) + 2 * size(1);
        }

        private long size(int plane) {
            return plane == 0
                    ? (long) stride(0) * Plane.even(height)
                    : kind.grey() ? 0 : Plane.size(stride(1), kind.colourHeight(height));
        }

        MemorySegment part(MemorySegment all, int plane) {
            long offset = plane == 0 ? 0 : size(0) + (plane - 1) * size(1);
            return all.asSlice(offset, size(plane));
        }

        Planes planes(MemorySegment all) {
            List<Plane> planes = new ArrayList<>();
            planes.add(new Plane(part(all, 0), width, height, stride(0)));
            for (int i = 1; i < count(); i++) {
                planes.add(
                        new Plane(
                                part(all, i),
                                kind.colourWidth(width),
                                kind.colourHeight(height),
                                stride(i)));
            }
            return new Planes(width, height, kind.across(), kind.down(), planes);
        }
    }
}
