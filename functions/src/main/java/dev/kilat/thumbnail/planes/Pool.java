package dev.kilat.thumbnail.planes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Memory outside of Java's heap for the samples of one photo after the other: new memory costs
/// more than a tenth of a photo's time, and arrays of this size would be copied about by the
/// collector. Sizes are checked before they come here. For one thread at a time.
public final class Pool {
    /// What is kept for the next photo: enough for a camera's, and no more after an odd one.
    private static final long MOST_KEPT = 64 << 20;

    /// Vector instructions and cache lines.
    private static final long ALIGNMENT = 64;

    private Arena arena = Arena.ofShared();
    private final List<MemorySegment> pieces = new ArrayList<>();
    private long used;
    private long taken;

    /// The most that a photo took so far.
    private long most;

    /// Everything taken so far is free again, and must not be touched any more. What it took
    /// several pieces for has one of the right size from the next photo on.
    public void startOver() {
        if (pieces.size() > 1 || most > MOST_KEPT) {
            arena.close();
            arena = Arena.ofShared();
            pieces.clear();
        }
        most = most > MOST_KEPT ? 0 : most;
        taken = 0;
        used = 0;
    }

    /// For samples. What was in it before may be in it still.
    public MemorySegment take(long size) {
        long whole = Math.ceilDiv(size, ALIGNMENT) * ALIGNMENT;
        taken += whole;
        most = Math.max(most, taken);
        if (pieces.isEmpty() || pieces.getLast().byteSize() - used < whole) {
            pieces.add(arena.allocate(pieces.isEmpty() ? most : whole, ALIGNMENT));
            used = 0;
        }
        MemorySegment piece = pieces.getLast().asSlice(used, size);
        used += whole;
        return piece;
    }
}
