package dev.kilat.thumbnail.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.kilat.thumbnail.planes.Plane;
import dev.kilat.thumbnail.planes.Planes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Planes to baseline JPEG: JFIF and nothing else. For one thread at a time.
public final class TurboEncoder {
    private static final int HALF_BOTH_WAYS = 2;
    private static final int ONLY_GREY = 3;
    private static final int NO_FLAGS = 0;

    private final TurboLibrary library;

    TurboEncoder(TurboLibrary library) {
        this.library = library;
    }

    /// @param planes grey, or colour at half the resolution both ways
    /// @param quality 1-100
    public byte[] encode(Planes planes, int quality) {
        if (!planes.isGrey()) {
            planes.brightness().extendToEven();
        }
        try (Handle handle = Handle.compressor(library);
                Arena arena = Arena.ofConfined()) {
            MemorySegment addresses = arena.allocate(ADDRESS, 3);
            MemorySegment strides = arena.allocate(JAVA_INT, 3);
            for (int i = 0; i < planes.planes().size(); i++) {
                Plane plane = planes.planes().get(i);
                addresses.setAtIndex(ADDRESS, i, plane.samples());
                strides.setAtIndex(JAVA_INT, i, plane.stride());
            }
            // Asked for none, the library takes memory as the JPEG grows, and it is ours to free:
            // as much as a JPEG could need is twenty times what one does.
            MemorySegment memory = arena.allocate(ADDRESS);
            MemorySegment length = arena.allocate(JAVA_LONG);
            try {
                int failed = compress(handle, planes, addresses, strides, memory, length, quality);
                if (failed != 0) {
                    throw new IllegalStateException("no JPEG came of it: " + handle.lastError());
                }
                return bytes(memory.get(ADDRESS, 0), length.get(JAVA_LONG, 0));
            } finally {
                free(memory.get(ADDRESS, 0));
            }
        }
    }

    private int compress(
            Handle handle,
            Planes planes,
            MemorySegment addresses,
            MemorySegment strides,
            MemorySegment memory,
            MemorySegment length,
            int quality) {
        return Handle.Call.of(() ->
                (int)
                        library.fromPlanes.invokeExact(
                                handle.address,
                                addresses,
                                planes.width(),
                                strides,
                                planes.height(),
                                planes.isGrey() ? ONLY_GREY : HALF_BOTH_WAYS,
                                memory,
                                length,
                                quality,
                                NO_FLAGS));
    }

    @SuppressWarnings("restricted") // The library says how much it wrote.
    private static byte[] bytes(MemorySegment jpeg, long length) {
        return jpeg.reinterpret(length).toArray(JAVA_BYTE);
    }

    private void free(MemorySegment memory) {
        Handle.Call.of(() -> {
            library.free.invokeExact(memory);
            return memory;
        });
    }
}
