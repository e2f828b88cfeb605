package dev.kilat.thumbnail.turbo;

/// Lines of less width, four at a time. Two lines are packed into the halves of each `long`, so
/// that one multiplication serves both; a bias keeps each half's sum above zero, or the lower would
/// borrow from the upper.
final class Columns {
    static final int AT_ONCE = 4;

    /// Far more than negative weights can take away.
    private static final int LIFT = 1 << 24;

    private static final long START = LIFT + Weights.ONE / 2;
    private static final long BIAS = START << 32 | START;

    private final Weights weights;
    private final long[] upper;
    private final long[] lower;

    Columns(int width, Weights weights) {
        this.weights = weights;
        this.upper = new long[width];
        this.lower = new long[width];
    }

    /// @param lines four, of 0-255
    /// @param to which gets the four, one behind the other
    void shrink(int[][] lines, byte[] to) {
        pack(lines[0], lines[1], upper);
        pack(lines[2], lines[3], lower);
        shrink(to, to.length / AT_ONCE);
    }

    private static void pack(int[] one, int[] other, long[] pairs) {
        for (int x = 0; x < pairs.length; x++) {
            pairs[x] = one[x] | (long) other[x] << 32;
        }
    }

    private void shrink(byte[] to, int width) {
        int taps = weights.taps();
        int[] factors = weights.factors();
        int[] first = weights.first();
        for (int x = 0; x < width; x++) {
            long ab = BIAS;
            long cd = BIAS;
            int i = first[x];
            int end = i + taps;
            for (int f = x * taps; i < end; i++, f++) {
                long factor = factors[f];
                ab += factor * upper[i];
                cd += factor * lower[i];
            }
            to[x] = sample(ab);
            to[width + x] = sample(ab >>> 32);
            to[2 * width + x] = sample(cd);
            to[3 * width + x] = sample(cd >>> 32);
        }
    }

    private static byte sample(long sum) {
        return (byte) Math.max(0, Math.min(255, ((int) sum - LIFT) >> Weights.BITS));
    }
}
