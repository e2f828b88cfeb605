package dev.kilat.thumbnail.baseline;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads the blocks of a scan, code by code. Nothing is read past its end: zeros come from there,
/// and [#isDamaged] tells.
final class ScanReader {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int AT_ONCE = 1 << 16;
    private static final int MARKER = 0xFF;
    private static final int RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int SHIFT = Long.SIZE - HuffmanTable.LOOK;

    /// So many codes that are looked up are never longer than what was filled in.
    private static final int UNTIL_FILLED = 4;

    private static final int BLOCK = 64;

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

    private boolean damaged;

    /// @param from where the scan begins behind its header
    ScanReader(MemorySegment jpeg, long from) {
        this.jpeg = jpeg;
        this.loaded = from;
        load();
    }

    /// Reads one block: each coefficient goes to its array, at this place. Those that are 0 are
    /// left as they are.
    ///
    /// @param before the last block's first coefficient, of the same component
    /// @return this one's
    int block(HuffmanTable dc, HuffmanTable ac, int before, BlockRow row, int at) {
        fill();
        int entry = next(dc);
        take(entry);
        int[][] kept = row.kept();
        int first = before + HuffmanTable.value(entry);
        kept[1][at] = first;
        int place = read(ac, kept, at, row.needed());
        if (place < BLOCK) {
            place = pass(ac, place);
        }
        damaged |= place > BLOCK && place <= HuffmanTable.END;
        return first;
    }

    /// Reads coefficients as long as they are needed.
    ///
    /// @return how far it came
    private int read(HuffmanTable ac, int[][] kept, int at, int needed) {
        int[] entries = ac.entries();
        int place = 1;
        while (place < needed) {
            fill();
            int entry = next(ac);
            take(entry);
            place += HuffmanTable.advance(entry);
            kept[place][at] = HuffmanTable.value(entry);
            for (int i = 1; i < UNTIL_FILLED && place < needed; i++) {
                entry = entries[look()];
                if (entry == 0) {
                    break;
                }
                take(entry);
                place += HuffmanTable.advance(entry);
                kept[place][at] = HuffmanTable.value(entry);
            }
        }
        return place;
    }

    /// Passes over the rest of a block, several codes at once.
    private int pass(HuffmanTable ac, int from) {
        int[] passes = ac.passes();
        int place = from;
        while (place < BLOCK) {
            fill();
            int entry = passes[look()];
            if (entry == 0 || place + HuffmanTable.withoutEnd(entry) >= BLOCK) {
                entry = next(ac);
            }
            take(entry);
            place += HuffmanTable.advance(entry);
            for (int i = 1; i < UNTIL_FILLED && place < BLOCK; i++) {
                entry = passes[look()];
                if (entry == 0 || place + HuffmanTable.withoutEnd(entry) >= BLOCK) {
                    break;
                }
                take(entry);
                place += HuffmanTable.advance(entry);
            }
        }
        return place;
    }

    private int look() {
        return (int) (bits >>> SHIFT);
    }

    /// What the next bits mean, of which there are enough; if nothing, the end.
    private int next(HuffmanTable table) {
        int entry = table.entries()[look()];
        if (entry == 0) {
            entry = table.search(bits);
            if (entry == 0) {
                damaged = true;
                return HuffmanTable.END << 8;
            }
        }
        return entry;
    }

    private void take(int entry) {
        bits <<= HuffmanTable.length(entry);
        count -= HuffmanTable.length(entry);
    }

    private void fill() {
        long eight = (long) EIGHT.get(buffer, next);
        if (hasMarker(eight)) {
            fillByBytes();
        } else {
            // What does not fit comes again.
            bits |= eight >>> count;
            int bytes = (Long.SIZE - 1 - count) >>> 3;
            next += bytes;
            count += bytes * Byte.SIZE;
        }
    }

    /// Goes on behind a restart marker.
    ///
    /// @param number of the marker, from 0 to 7
    void restart(int number) {
        if (!isAtMarker(RESTART + number)) {
            damaged = true;
            return;
        }
        next += 2;
        bits = 0;
        count = 0;
        added = 0;
    }

    /// Whether anything was not as it should be, so far.
    boolean isDamaged() {
        return damaged || count < added;
    }

    /// Whether the picture ends here, as it should.
    boolean isAtEnd() {
        return isAtMarker(END_OF_IMAGE);
    }

    private boolean isAtMarker(int code) {
        int left = count - added;
        if (filled - next < 2) {
            load();
        }
        return left >= 0
                && left < Byte.SIZE
                && (buffer[next] & 0xFF) == MARKER
                && (buffer[next + 1] & 0xFF) == code;
    }

    /// Byte by byte: a 0xFF that belongs to the picture has a 0 behind it.
    private void fillByBytes() {
        bits = count == 0 ? 0 : bits & -1L << -count;
        while (count <= Long.SIZE - Byte.SIZE) {
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
