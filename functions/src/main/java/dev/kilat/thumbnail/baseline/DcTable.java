package dev.kilat.thumbnail.baseline;

/// Looks up the codes of blocks' DC coefficients, their first.
final class DcTable {
    /// So many bits are looked up at once: enough for nearly all, and few, because tables share the
    /// processor's nearest cache.
    private static final int LOOK = 9;

    /// In a field, as [AcTable] says.
    private final int shift = Long.SIZE - LOOK;

    private final HuffmanTable codes;
    private final int[] entries;

    DcTable(HuffmanTable codes) {
        this.codes = codes;
        this.entries = codes.entries(LOOK);
    }

    /// As [HuffmanTable#search] finds it.
    int find(long bits) {
        int entry = entries[(int) (bits >>> shift)];
        return entry == 0 ? codes.search(bits) : entry;
    }
}
