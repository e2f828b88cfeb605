package dev.kilat.thumbnail.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory outside of Java's heap that is used again from photo to photo, for new memory costs more
/// than a tenth of a photo's time. Replaced when more is needed.
final class NativeBuffer {
    /// Grown in steps, so that photos of about one size need one buffer.
    private static final long STEP = 1 << 20;

    private MemorySegment memory = MemorySegment.NULL;

    /// What was in it before may be in it still.
    MemorySegment of(long size) {
        if (memory.byteSize() < size) {
            memory = Arena.ofAuto().allocate(Math.ceilDiv(size, STEP) * STEP, 64);
        }
        return memory.asSlice(0, size);
    }
}
