package dev.kilat.thumbnail.baseline;

/// The order in which a block's coefficients come, from coarse to fine.
final class Zigzag {
    static final int EDGE = 8;

    /// Where each of them stands in the block, line by line.
    static final int[] PLACES = places();

    private Zigzag() {}

    private static int[] places() {
        int[] places = new int[EDGE * EDGE];
        int x = 0;
        int y = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = y * EDGE + x;
            boolean isRising = (x + y) % 2 == 0;
            if (isRising ? x == EDGE - 1 : y == EDGE - 1) {
                x += isRising ? 0 : 1;
                y += isRising ? 1 : 0;
            } else if (isRising ? y == 0 : x == 0) {
                x += isRising ? 1 : 0;
                y += isRising ? 0 : 1;
            } else {
                x += isRising ? 1 : -1;
                y += isRising ? -1 : 1;
            }
        }
        return places;
    }
}
