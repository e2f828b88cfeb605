package dev.kilat.thumbnail.baseline;

/// Codes of different lengths, each followed by the bits of a value (ITU-T T.81, annex F). What is
/// read is one number: the value in its upper half, then by how many places of the block it goes
/// on, then how many bits all that took.
final class HuffmanTable {
    /// How far the code goes on that ends a block: no other does, from wherever.
    static final int END = 128;

    /// So many bits a code and its value take at most.
    static final int LONGEST = 31;

    private static final int LONGEST_CODE = 16;
    private static final int ZEROS_ALONE = 15;

    private final byte[] symbols;

    /// By length: the first code that is longer, with zeros behind it to the longest length.
    private final int[] limits = new int[LONGEST_CODE + 1];

    /// By length: where in the symbols its first one is, less its code.
    private final int[] offsets = new int[LONGEST_CODE + 1];

    /// @param counts how many codes there are of each length from 1 to 16
    /// @throws IllegalArgumentException if there are more than can be told apart
    HuffmanTable(int[] counts, byte[] symbols) {
        this.symbols = symbols;
        int code = 0;
        int first = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            offsets[length] = first - code;
            first += counts[length - 1];
            code += counts[length - 1];
            if (code > 1 << length) {
                throw new IllegalArgumentException("codes that cannot be told apart");
            }
            limits[length] = code << (LONGEST_CODE - length);
            code <<= 1;
        }
    }

    /// What the first bits mean, of which [#LONGEST] count; 0 if they are no code.
    int search(long bits) {
        int code = (int) (bits >>> (Long.SIZE - LONGEST_CODE));
        for (int length = 1; length <= LONGEST_CODE; length++) {
            if (code < limits[length]) {
                int symbol = symbols[(code >> (LONGEST_CODE - length)) + offsets[length]] & 0xFF;
                return entry(symbol >> 4, symbol & 0xF, length, bits << length);
            }
        }
        return 0;
    }

    /// What any so many bits mean where they are enough; else 0.
    int[] entries(int bits) {
        int[] entries = new int[1 << bits];
        for (int i = 0; i < entries.length; i++) {
            int found = search((long) i << (Long.SIZE - bits));
            entries[i] = length(found) <= bits ? found : 0;
        }
        return entries;
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
