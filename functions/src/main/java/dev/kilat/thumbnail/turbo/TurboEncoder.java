package dev.kilat.thumbnail.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Planes to baseline JPEG: JFIF and nothing else. For one thread at a time.
public final class TurboEncoder {
    private static final int HALF_BOTH_WAYS = 2;
    private static final int ONLY_GREY = 3;

    /// Write into our buffer, which is as large as a JPEG can get.
    private static final int NO_REALLOC = 1024;

    private final TurboLibrary library;
    private final Pool pool;

    TurboEncoder(TurboLibrary library, Pool pool) {
        this.pool = pool;
        this.library = library;
    }

    /// @param planes grey, or colour at half the resolution both ways
    /// @param quality 1-100
    public byte[] encode(Planes planes, int quality) {
        int subsampling = planes.isGrey() ? ONLY_GREY : HALF_BOTH_WAYS;
        int width = planes.width();
        int height = planes.height();
        long most =
                Handle.Call.of(
                        () -> (long) library.bufferSize.invokeExact(width, height, subsampling));
        MemorySegment target = pool.file(most);
        try (Handle handle = Handle.compressor(library);
                Arena arena = Arena.ofConfined()) {
            MemorySegment addresses = arena.allocate(ADDRESS, 3);
            MemorySegment strides = arena.allocate(JAVA_INT, 3);
            if (!planes.isGrey()) {
                planes.brightness().extendToEven();
            }
            for (int i = 0; i < planes.planes().size(); i++) {
                Plane plane = planes.planes().get(i);
                addresses.setAtIndex(ADDRESS, i, plane.samples());
                strides.setAtIndex(JAVA_INT, i, plane.stride());
            }
            MemorySegment buffer = arena.allocateFrom(ADDRESS, target);
            MemorySegment size = arena.allocateFrom(JAVA_LONG, most);
            int failed =
                    Handle.Call.of(() ->
                            (int)
                                    library.fromPlanes.invokeExact(
                                            handle.address,
                                            addresses,
                                            width,
                                            strides,
                                            height,
                                            subsampling,
                                            buffer,
                                            size,
                                            quality,
                                            NO_REALLOC));
            if (failed != 0) {
                throw new IllegalStateException("no JPEG came of it: " + handle.lastError());
            }
            return target.asSlice(0, size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }
}
