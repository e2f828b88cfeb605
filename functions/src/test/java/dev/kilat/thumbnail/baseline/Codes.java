package dev.kilat.thumbnail.baseline;

/// Codes to read, and bits to read them from.
final class Codes {
    /// 0: a value of two bits behind one zero; 10: the block's end; 110: one of eight bits; 111 and
    /// thirteen zeros: one of ten.
    static final HuffmanTable FOUR =
            new HuffmanTable(
                    new int[] {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                    new byte[] {0x12, 0x00, 0x08, 0x0A});

    private Codes() {}

    /// From the highest bit on.
    static long bits(String bits) {
        return Long.parseLong(bits, 2) << (Long.SIZE - bits.length());
    }
}
