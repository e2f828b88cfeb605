package dev.kilat.thumbnail.baseline;

import java.lang.foreign.MemorySegment;

/// Reads the blocks of a scan, code by code.
final class ScanReader {
    private static final int RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;

    /// The longest code, and two of those that are looked up, are no longer than what was filled
    /// in.
    private static final int UNTIL_FILLED = 3;

    private static final int BLOCK = 64;

    private final ScanBits bits;
    private boolean damaged;

    /// @param from where the scan begins behind its header
    ScanReader(MemorySegment jpeg, long from) {
        this.bits = new ScanBits(jpeg, from);
    }

    /// Reads one block: each coefficient goes to its array, at this place. Those that are 0 are
    /// left as they are.
    ///
    /// @param before the last block's first coefficient, of the same component
    /// @return this one's
    int block(HuffmanTable dc, HuffmanTable ac, int before, BlockRow row, int at) {
        bits.fill();
        int entry = next(dc);
        bits.take(entry);
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
            bits.fill();
            int entry = next(ac);
            bits.take(entry);
            place += HuffmanTable.advance(entry);
            kept[place][at] = HuffmanTable.value(entry);
            for (int i = 1; i < UNTIL_FILLED && place < needed; i++) {
                entry = entries[bits.look()];
                if (entry == 0) {
                    break;
                }
                bits.take(entry);
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
            bits.fill();
            int entry = passes[bits.look()];
            if (entry == 0 || place + HuffmanTable.withoutEnd(entry) >= BLOCK) {
                entry = next(ac);
            }
            bits.take(entry);
            place += HuffmanTable.advance(entry);
            for (int i = 1; i < UNTIL_FILLED && place < BLOCK; i++) {
                entry = passes[bits.look()];
                if (entry == 0 || place + HuffmanTable.withoutEnd(entry) >= BLOCK) {
                    break;
                }
                bits.take(entry);
                place += HuffmanTable.advance(entry);
            }
        }
        return place;
    }

    /// What the next bits mean, of which there are enough; if nothing, the end.
    private int next(HuffmanTable table) {
        int entry = table.entries()[bits.look()];
        if (entry == 0) {
            entry = table.search(bits.next());
            if (entry == 0) {
                damaged = true;
                return HuffmanTable.END << 8;
            }
        }
        return entry;
    }

    /// Goes on behind a restart marker.
    ///
    /// @param number of the marker, from 0 to 7
    void restart(int number) {
        damaged |= !bits.pass(RESTART + number);
    }

    /// Whether anything was not as it should be, so far.
    boolean isDamaged() {
        return damaged || bits.isOverrun();
    }

    /// Whether the picture ends here, as it should.
    boolean isAtEnd() {
        return bits.isAt(END_OF_IMAGE);
    }
}
