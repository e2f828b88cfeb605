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

    private final Handle handle;
    private final NativeBuffer samples = new NativeBuffer();
    private final NativeBuffer file = new NativeBuffer();

    TurboEncoder(TurboLibrary library) {
        handle =
                new Handle(
                        library,
                        Handle.Call.of(() -> (MemorySegment) library.initCompress.invokeExact()));
    }

    /// @param planes grey, or colour at half the resolution both ways
    /// @param quality 1-100
    public byte[] encode(Planes planes, int quality) {
        int subsampling = planes.isGrey() ? ONLY_GREY : HALF_BOTH_WAYS;
        int unit = planes.isGrey() ? 1 : 2;
        int width = planes.width();
        int height = planes.height();
        long most =
                Handle.Call.of(() ->
                        (long) handle.library.bufferSize.invokeExact(width, height, subsampling));
        MemorySegment target = file.of(most);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment addresses = arena.allocate(ADDRESS, 3);
            MemorySegment strides = arena.allocate(JAVA_INT, 3);
            lay(planes, unit, addresses, strides);
            MemorySegment buffer = arena.allocateFrom(ADDRESS, target);
            MemorySegment size = arena.allocateFrom(JAVA_LONG, most);
            int failed =
                    Handle.Call.of(() ->
                            (int)
                                    handle.library.fromPlanes.invokeExact(
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

    /// The library reads brightness for each whole sample of colour: at an odd edge the last line
    /// or column is there twice.
    private void lay(Planes planes, int unit, MemorySegment addresses, MemorySegment strides) {
        int wide = Math.ceilDiv(planes.width(), unit) * unit;
        int high = Math.ceilDiv(planes.height(), unit) * unit;
        long brightness = (long) wide * high;
        MemorySegment all = samples.of(planes.isGrey() ? brightness : brightness * 3 / 2);
        long offset = 0;
        for (int i = 0; i < planes.planes().size(); i++) {
            Plane plane = planes.planes().get(i);
            int stride = i == 0 ? wide : wide / unit;
            int lines = i == 0 ? high : high / unit;
            addresses.setAtIndex(ADDRESS, i, all.asSlice(offset));
            strides.setAtIndex(JAVA_INT, i, stride);
            for (int y = 0; y < lines; y++, offset += stride) {
                int line = Math.min(y, plane.height() - 1) * plane.width();
                MemorySegment.copy(plane.samples(), line, all, JAVA_BYTE, offset, plane.width());
                if (stride > plane.width()) {
                    byte last = plane.samples()[line + plane.width() - 1];
                    all.set(JAVA_BYTE, offset + plane.width(), last);
                }
            }
        }
    }
}
