package dev.kilat.thumbnail.baseline;

/// Looks up the codes of blocks' first coefficients.
final class FirstTable {
    /// So many bits are looked up at once: enough for nearly all, and few, because tables share the
    /// processor's nearest cache.
    private static final int LOOK = 9;

    private final HuffmanTable codes;
    private final int[] entries;

    /// No constant, for the reason that [OtherTable] gives.
    private final int shift = Long.SIZE - LOOK;

    FirstTable(HuffmanTable codes) {
        this.codes = codes;
        this.entries = codes.entries(LOOK);
    }

    /// As [HuffmanTable#search] finds it.
    int find(long bits) {
        int entry = entries[(int) (bits >>> shift)];
        return entry == 0 ? codes.search(bits) : entry;
    }
}
