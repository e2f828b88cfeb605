package dev.kilat.photo.bytes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Reads bytes, wherever they lie.
public final class BytesInput extends InputStream {
    private final MemorySegment bytes;
    private long next;

    public BytesInput(MemorySegment bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return next == bytes.byteSize() ? -1 : bytes.get(JAVA_BYTE, next++) & 0xFF;
    }

    @Override
    public int read(byte[] to, int at, int most) {
        Objects.checkFromIndexSize(at, most, to.length);
        int count = (int) Math.min(most, bytes.byteSize() - next);
        if (count == 0 && most > 0) {
            return -1;
        }
        MemorySegment.copy(bytes, JAVA_BYTE, next, to, at, count);
        next += count;
        return count;
    }
}
