package dev.kilat.photo.bytes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Takes a file up as it comes.
public final class OutsideBytes extends OutputStream {
    private final Arena arena;
    private MemorySegment memory;
    private long length;

    /// @param arena with whose end the bytes are gone
    /// @param expected how many will come; more may
    public OutsideBytes(Arena arena, long expected) {
        this.arena = arena;
        memory = arena.allocate(Math.max(1, expected));
    }

    @Override
    public void write(int one) {
        makeRoom(1);
        memory.set(JAVA_BYTE, length, (byte) one);
        length++;
    }

    @Override
    public void write(byte[] from, int at, int count) {
        Objects.checkFromIndexSize(at, count, from.length);
        makeRoom(count);
        MemorySegment.copy(from, at, memory, JAVA_BYTE, length, count);
        length += count;
    }

    /// What came so far.
    public MemorySegment written() {
        return memory.asSlice(0, length);
    }

    private void makeRoom(int count) {
        if (memory.byteSize() - length < count) {
            MemorySegment larger = arena.allocate(Math.max(2 * memory.byteSize(), length + count));
            MemorySegment.copy(memory, 0, larger, 0, length);
            memory = larger;
        }
    }
}
