package dev.kilat.thumbnail.baseline;

/// Codes of different lengths, each followed by the bits of a value (ITU-T T.81, annex F). What is
/// read is one number: the value in its upper half, then by how many places of the block it goes
/// on, then how many bits all that took.
final class HuffmanTable {
    /// So many bits are looked up at once. One in a hundred of a photo's codes is longer with its
    /// value, and twice as large a table finds fewer of its parts in the processor's nearest cache.
    static final int LOOK = 11;

    /// How far the code goes on that ends a block: no other does, from wherever.
    static final int END = 128;

    private static final int BLOCK = 64;
    private static final int LONGEST = 16;
    private static final int ZEROS_ALONE = 15;

    private final byte[] symbols;

    /// By length: the first code that is longer, with zeros behind it to the longest length.
    private final int[] limits = new int[LONGEST + 1];

    /// By length: where in the symbols its first one is, less its code.
    private final int[] offsets = new int[LONGEST + 1];

    private final int[] entries = new int[1 << LOOK];
    private final int[] passes = new int[1 << LOOK];

    /// @param counts how many codes there are of each length from 1 to 16
    /// @throws IllegalArgumentException if there are more than can be told apart
    HuffmanTable(int[] counts, byte[] symbols) {
        this.symbols = symbols;
        int code = 0;
        int first = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offsets[length] = first - code;
            first += counts[length - 1];
            code += counts[length - 1];
            if (code > 1 << length) {
                throw new IllegalArgumentException("codes that cannot be told apart");
            }
            limits[length] = code << (LONGEST - length);
            code <<= 1;
        }
        for (int i = 0; i < entries.length; i++) {
            int found = search((long) i << (Long.SIZE - LOOK));
            entries[i] = length(found) <= LOOK ? found : 0;
        }
        for (int i = 0; i < passes.length; i++) {
            passes[i] = pass(i);
        }
    }

    private int pass(int bits) {
        int sum = 0;
        while (true) {
            int entry = entries[bits << length(sum) & (entries.length - 1)];
            int longer = sum + (entry & 0xFFFF);
            if (entry == 0 || length(longer) > LOOK || withoutEnd(longer) >= BLOCK) {
                return sum;
            }
            sum = longer;
            if (advance(sum) >= END) {
                return sum;
            }
        }
    }

    /// What the first bits mean where few are enough; else 0.
    int[] entries() {
        return entries;
    }

    /// As entries, but without the values, and of as many codes as the bits are enough for.
    int[] passes() {
        return passes;
    }

    /// What the first bits mean, of which 31 count; 0 if they are no code.
    int search(long bits) {
        int code = (int) (bits >>> (Long.SIZE - LONGEST));
        for (int length = 1; length <= LONGEST; length++) {
            if (code < limits[length]) {
                int symbol = symbols[(code >> (LONGEST - length)) + offsets[length]] & 0xFF;
                return entry(symbol >> 4, symbol & 0xF, length, bits << length);
            }
        }
        return 0;
    }

    private static int entry(int zeros, int size, int length, long bits) {
        if (size == 0) {
            return (zeros < ZEROS_ALONE ? END : zeros + 1) << 8 | length;
        }
        int value = (int) (bits >>> (Long.SIZE - size));
        boolean isNegative = value < 1 << (size - 1);
        return (isNegative ? value - (1 << size) + 1 : value) << 16
                | (zeros + 1) << 8
                | (length + size);
    }

    static int value(int entry) {
        return entry >> 16;
    }

    static int advance(int entry) {
        return entry >> 8 & 0xFF;
    }

    /// How far it goes on before the block's end, if that is in it.
    static int withoutEnd(int entry) {
        return advance(entry) & (END - 1);
    }

    static int length(int entry) {
        return entry & 0xFF;
    }
}
