package dev.kilat.thumbnail.turbo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Memory outside of Java's heap for one photo after the other: new memory costs more than a tenth
/// of a photo's time, and arrays of this size would be copied about by the collector. Sizes are
/// checked before they come here. For one thread at a time.
public final class Pool {
    private static final long CHUNK = 4 << 20;

    /// What is kept for the next photo: enough for a camera's, and no more after an odd one.
    private static final long MOST_KEPT = 96 << 20;

    /// Vector instructions and cache lines.
    private static final long ALIGNMENT = 64;

    private Arena arena = Arena.ofShared();
    private final List<MemorySegment> chunks = new ArrayList<>();
    private MemorySegment file = MemorySegment.NULL;
    private long allocated;
    private int chunk;
    private long used;

    /// Everything taken so far is free again, and must not be touched any more.
    public void startOver() {
        if (allocated > MOST_KEPT) {
            arena.close();
            arena = Arena.ofShared();
            chunks.clear();
            file = MemorySegment.NULL;
            allocated = 0;
        }
        chunk = 0;
        used = 0;
    }

    /// For a whole file, in or out; there is one at a time. What was in it before may be in it
    /// still.
    MemorySegment file(long size) {
        if (file.byteSize() < size) {
            file = allocate(size);
        }
        return file.asSlice(0, size);
    }

    /// For samples. What was in it before may be in it still.
    MemorySegment take(long size) {
        while (chunk < chunks.size() && chunks.get(chunk).byteSize() - used < size) {
            chunk++;
            used = 0;
        }
        if (chunk == chunks.size()) {
            chunks.add(allocate(size));
        }
        MemorySegment taken = chunks.get(chunk).asSlice(used, size);
        used =
                Math.min(
                        chunks.get(chunk).byteSize(),
                        Math.ceilDiv(used + size, ALIGNMENT) * ALIGNMENT);
        return taken;
    }

    private MemorySegment allocate(long size) {
        long whole = Math.ceilDiv(size, CHUNK) * CHUNK;
        MemorySegment memory = arena.allocate(whole, ALIGNMENT);
        allocated += whole;
        return memory;
    }
}
