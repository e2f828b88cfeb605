package dev.kilat.thumbnail.baseline;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The bits of a scan. Behind its end, or behind a marker in it, come zeros, and [#isOverrun]
/// tells.
final class ScanBits {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// So many bits are there once they are filled in.
    static final int FILLED = Long.SIZE - Byte.SIZE;

    private static final int AT_ONCE = 1 << 16;
    private static final int MARKER = 0xFF;

    private final MemorySegment jpeg;
    private long loaded;

    /// Behind what it holds come eight 0xFF: whoever takes eight bytes at once notices by that.
    private final byte[] buffer = new byte[AT_ONCE + Long.BYTES];

    private int filled;
    private int next;

    /// The next ones, from the highest on; those behind the first `count` mean nothing.
    private long bits;

    private int count;

    /// How many zeros were put behind the end.
    private int added;

    /// @param from where the scan begins behind its header
    ScanBits(MemorySegment jpeg, long from) {
        this.jpeg = jpeg;
        this.loaded = from;
        load();
        fill(0, 0);
    }

    /// The next ones, from the highest on: as many as are filled in, less what was taken.
    long next() {
        return bits;
    }

    /// Passes over what an entry of a [HuffmanTable] was read from.
    void take(int entry) {
        bits <<= HuffmanTable.length(entry);
        count -= HuffmanTable.length(entry);
    }

    /// For those who shift the next ones themselves.
    ///
    /// @param left of the next ones
    /// @param taken how many of them no longer are
    /// @return the next ones then, [#FILLED] at least
    long fill(long left, int taken) {
        count -= taken;
        long eight = (long) EIGHT.get(buffer, next);
        if (hasMarker(eight)) {
            fillByBytes(left);
        } else {
            // What does not fit comes again.
            bits = left | eight >>> count;
            int bytes = (Long.SIZE - 1 - count) >>> 3;
            next += bytes;
            count += bytes * Byte.SIZE;
        }
        return bits;
    }

    /// Goes on behind a marker.
    ///
    /// @return whether it is that one, and comes next
    boolean pass(int marker) {
        if (!isAt(marker)) {
            return false;
        }
        next += 2;
        count = 0;
        added = 0;
        fill(0, 0);
        return true;
    }

    /// Whether that marker comes next: only what fills the last byte up may stand before it.
    boolean isAt(int marker) {
        int left = count - added;
        if (filled - next < 2) {
            load();
        }
        return left >= 0
                && left < Byte.SIZE
                && (buffer[next] & 0xFF) == MARKER
                && (buffer[next + 1] & 0xFF) == marker;
    }

    /// Whether more was taken than there is.
    boolean isOverrun() {
        return count < added;
    }

    /// Byte by byte: a 0xFF that belongs to the picture has a 0 behind it.
    private void fillByBytes(long left) {
        bits = count == 0 ? 0 : left & -1L << -count;
        while (count < FILLED) {
            if (filled - next < 2) {
                load();
            }
            int one = buffer[next] & 0xFF;
            if (one == MARKER && buffer[next + 1] != 0) {
                added += Byte.SIZE;
            } else {
                bits |= (long) one << (Long.SIZE - Byte.SIZE - count);
                next += one == MARKER ? 2 : 1;
            }
            count += Byte.SIZE;
        }
    }

    private static boolean hasMarker(long eight) {
        return (~eight - 0x0101_0101_0101_0101L & eight & 0x8080_8080_8080_8080L) != 0;
    }

    private void load() {
        int left = filled - next;
        System.arraycopy(buffer, next, buffer, 0, left);
        int more = (int) Math.min(AT_ONCE - left, jpeg.byteSize() - loaded);
        MemorySegment.copy(jpeg, JAVA_BYTE, loaded, buffer, left, more);
        loaded += more;
        filled = left + more;
        next = 0;
        Arrays.fill(buffer, filled, filled + Long.BYTES, (byte) MARKER);
    }
}
