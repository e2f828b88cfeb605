package dev.kilat.thumbnail.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory outside of Java's heap that is used again from photo to photo, for new memory costs more
/// than a tenth of a photo's time. It grows to what the largest photo needed and is bounded by what
/// was checked before: a file's size, and [dev.kilat.photo.header.ImageHeaders]' limits.
final class NativeBuffer {
    /// Grown in steps, so that photos of about one size need one buffer.
    private static final long STEP = 1 << 20;

    private Arena arena = Arena.ofShared();
    private MemorySegment memory = MemorySegment.NULL;

    /// What was in it before may be in it still; what was answered before is gone if this is more.
    MemorySegment of(long size) {
        if (memory.byteSize() < size) {
            // The old one first, so that there are never both.
            arena.close();
            memory = MemorySegment.NULL;
            arena = Arena.ofShared();
            memory = arena.allocate(Math.ceilDiv(size, STEP) * STEP, 64);
        }
        return memory.asSlice(0, size);
    }
}
