package dev.kilat.thumbnail.baseline;

/// Looks up the codes of a block's AC coefficients, which are all but its first, several at once.
final class AcTable {
    /// So many bits are looked up at once. By fewer, decoding takes some hundredths longer; more
    /// gain nothing.
    static final int LOOK = 12;

    private static final int BLOCK = 64;

    /// What a pair has room for: bits of either value, and how far either goes on.
    private static final int VALUE = 7;

    private static final int ADVANCE = 6;

    /// How far the end goes on in a pair: from wherever it leads out of the block.
    private static final int END = BLOCK - 1;

    private final HuffmanTable codes;
    private final int[] pairs;
    private final char[] passes;

    /// In a field: the compiler merges a constant shift with that from an index to its bytes, and
    /// masks what comes of it, one instruction more on the way from code to code.
    private final int shift = Long.SIZE - LOOK;

    AcTable(HuffmanTable codes) {
        this.codes = codes;
        int[] entries = codes.entries(LOOK);
        this.pairs = new int[entries.length];
        this.passes = new char[entries.length];
        for (int i = 0; i < entries.length; i++) {
            pairs[i] = pair(entries, i);
            passes[i] = (char) pass(entries, i);
        }
    }

    /// How far bits are shifted to what is looked up.
    int shift() {
        return shift;
    }

    /// What the first bits mean: two codes with their values if there are two in them, or one, or
    /// none, which is 0. One code alone stands there as if a second one had the same value for the
    /// same place.
    int[] pairs() {
        return pairs;
    }

    /// As [HuffmanTable#search] finds it, but without values and of as many codes as the bits are
    /// enough for; 0 for none.
    char[] passes() {
        return passes;
    }

    /// As [HuffmanTable#search] does.
    int search(long bits) {
        return codes.search(bits);
    }

    private static int pair(int[] entries, int bits) {
        int one = entries[bits];
        if (one == 0 || !fits(one)) {
            return 0;
        }
        int length = HuffmanTable.length(one);
        int two = entries[bits << length & (entries.length - 1)];
        boolean isAlone =
                HuffmanTable.advance(one) == HuffmanTable.END
                        || two == 0
                        || !fits(two)
                        || length + HuffmanTable.length(two) > LOOK;
        return isAlone
                ? pair(one, one, 0, length)
                : pair(one, two, advance(two), length + HuffmanTable.length(two));
    }

    private static boolean fits(int entry) {
        int value = HuffmanTable.value(entry);
        return value << (Integer.SIZE - VALUE) >> (Integer.SIZE - VALUE) == value;
    }

    private static int advance(int entry) {
        return Math.min(END, HuffmanTable.advance(entry));
    }

    private static int pair(int one, int two, int further, int length) {
        return HuffmanTable.value(two) << (3 * ADVANCE + VALUE)
                | (HuffmanTable.value(one) & mask(VALUE)) << (3 * ADVANCE)
                | further << (2 * ADVANCE)
                | advance(one) << ADVANCE
                | length;
    }

    /// How many bits both took, in the lowest six, by which a `long` is shifted.
    static int length(int pair) {
        return pair & mask(ADVANCE);
    }

    /// By how many places the first of two goes on; to 64 or more if it ends the block.
    static int advance1(int pair) {
        return (pair >> ADVANCE) & mask(ADVANCE);
    }

    static int advance2(int pair) {
        return (pair >> (2 * ADVANCE)) & mask(ADVANCE);
    }

    static int value1(int pair) {
        return pair << VALUE >> (Integer.SIZE - VALUE);
    }

    static int value2(int pair) {
        return pair >> (Integer.SIZE - VALUE);
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    private static int pass(int[] entries, int bits) {
        int sum = 0;
        while (true) {
            int entry = entries[bits << HuffmanTable.length(sum) & (entries.length - 1)];
            int longer = sum + (entry & 0xFFFF);
            if (entry == 0
                    || HuffmanTable.length(longer) > LOOK
                    || HuffmanTable.withoutEnd(longer) >= BLOCK) {
                return sum;
            }
            sum = longer;
            if (HuffmanTable.advance(sum) >= HuffmanTable.END) {
                return sum;
            }
        }
    }
}
