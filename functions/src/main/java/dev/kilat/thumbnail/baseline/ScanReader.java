package dev.kilat.thumbnail.baseline;

import java.lang.foreign.MemorySegment;

/// Reads the blocks of a scan, code by code.
final class ScanReader {
    private static final int RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;

    private static final int BLOCK = 64;

    /// So often is looked up until bits are filled in again.
    private static final int LOOKS = ScanBits.FILLED / AcTable.LOOK;

    /// So often behind one that may be the longest.
    private static final int LOOKS_AFTER = (ScanBits.FILLED - HuffmanTable.LONGEST) / AcTable.LOOK;

    private final ScanBits bits;
    private boolean damaged;

    /// @param from where the scan begins behind its header
    ScanReader(MemorySegment jpeg, long from) {
        this.bits = new ScanBits(jpeg, from);
    }

    /// Reads one block: each coefficient goes to its array, at this place. Those that are 0 are
    /// left as they are.
    ///
    /// @param before the last block's DC coefficient, of the same component
    /// @return this one's
    int block(DcTable dc, AcTable ac, int before, BlockRow row, int at) {
        int entry = found(dc.find(bits.next()));
        bits.take(entry);
        int value = before + HuffmanTable.value(entry);
        row.kept()[1][at] = value;
        int place = read(ac, row.kept(), at, row.needed());
        if (place < BLOCK) {
            pass(ac, place);
        }
        return value;
    }

    /// Reads coefficients as long as they are needed, two at once.
    ///
    /// @return how far it came
    private int read(AcTable ac, int[][] kept, int at, int needed) {
        int[] pairs = ac.pairs();
        int shift = ac.shift();
        int place = 1;
        long next = bits.next();
        int taken = 0;
        int looks = LOOKS_AFTER;
        do {
            for (int i = 0; i < looks && place < needed; i++) {
                int pair = pairs[(int) (next >>> shift)];
                if (pair == 0) {
                    int entry = alone(ac, next, taken);
                    next = bits.next() << entry;
                    taken = HuffmanTable.length(entry);
                    place += HuffmanTable.advance(entry);
                    kept[place][at] = HuffmanTable.value(entry);
                    break;
                }
                next <<= pair;
                taken += AcTable.length(pair);
                place += AcTable.advance1(pair);
                kept[place][at] = AcTable.value1(pair);
                place += AcTable.advance2(pair);
                kept[place][at] = AcTable.value2(pair);
            }
            next = bits.fill(next, taken);
            taken = 0;
            looks = LOOKS;
        } while (place < needed);
        return place;
    }

    /// Passes over the rest of a block, several codes at once.
    private void pass(AcTable ac, int from) {
        char[] passes = ac.passes();
        int shift = ac.shift();
        int place = from;
        long next = bits.next();
        while (place < BLOCK) {
            int taken = 0;
            for (int i = 0; i < LOOKS && place < BLOCK; i++) {
                int entry = passes[(int) (next >>> shift)];
                if (entry == 0 || place + HuffmanTable.withoutEnd(entry) >= BLOCK) {
                    entry = alone(ac, next, taken);
                    next = bits.next() << entry;
                    taken = HuffmanTable.length(entry);
                    place += HuffmanTable.advance(entry);
                    break;
                }
                next <<= entry;
                taken += HuffmanTable.length(entry);
                place += HuffmanTable.advance(entry);
            }
            next = bits.fill(next, taken);
        }
        damaged |= place > BLOCK && place <= HuffmanTable.END;
    }

    /// What the next code means, however long it is. Bits are filled in before.
    private int alone(AcTable ac, long left, int taken) {
        return found(ac.search(bits.fill(left, taken)));
    }

    /// What was found, or the block's end where bits are no code, and the scan is damaged.
    private int found(int entry) {
        if (entry == 0) {
            damaged = true;
            return HuffmanTable.END << 8;
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
