package dev.kilat.thumbnail.turbo;

/// Lines of less width, eight at a time. Four lines are packed into the quarters of each `long`, so
/// that one multiplication serves four samples. What a quarter can hold bounds the weights to seven
/// bits; a bias keeps each quarter's sum above zero, or one would borrow from the next.
final class Columns {
    private static final int IN_ONE = 4;
    static final int AT_ONCE = 2 * IN_ONE;

    private static final int BITS = 7;
    private static final int QUARTER = Long.SIZE / 4;
    private static final int HALF = Long.SIZE / 2;

    /// More than negative weights can take away, less than what positive ones leave free: together
    /// they weigh a fifth at most.
    private static final int LIFT = 1 << 13;

    private static final long BIAS = (LIFT + (1 << BITS) / 2) * 0x0001_0001_0001_0001L;

    private static final byte[] CLAMPED = clamped();

    private final Weights weights;
    private final long[] upper;
    private final long[] lower;

    /// @param width of the lines
    /// @param to their width to be
    Columns(int width, int to, double ratio) {
        this.weights = Weights.of(width, to, ratio, BITS);
        this.upper = new long[width];
        this.lower = new long[width];
    }

    /// @param lines eight, of 0-255
    /// @param to which gets the eight, one behind the other
    void shrink(int[][] lines, byte[] to) {
        pack(lines[0], lines[1], lines[2], lines[3], upper);
        pack(lines[4], lines[5], lines[6], lines[7], lower);
        shrink(to, to.length / AT_ONCE);
    }

    private static void pack(int[] a, int[] b, int[] c, int[] d, long[] packed) {
        for (int x = 0; x < packed.length; x++) {
            int low = a[x] | b[x] << QUARTER;
            long high = c[x] | d[x] << QUARTER;
            packed[x] = low | high << HALF;
        }
    }

    private void shrink(byte[] to, int width) {
        int taps = weights.taps();
        int[] factors = weights.factors();
        int[] first = weights.first();
        for (int x = 0; x < width; x++) {
            long above = BIAS;
            long below = BIAS;
            int i = first[x];
            int end = i + taps;
            for (int f = x * taps; i < end; i++, f++) {
                long factor = factors[f];
                above += factor * upper[i];
                below += factor * lower[i];
            }
            for (int line = 0; line < IN_ONE; line++) {
                to[line * width + x] = sample(above, line);
                to[(IN_ONE + line) * width + x] = sample(below, line);
            }
        }
    }

    private static byte sample(long sums, int line) {
        return CLAMPED[(int) (sums >>> (line * QUARTER + BITS)) & (CLAMPED.length - 1)];
    }

    private static byte[] clamped() {
        byte[] samples = new byte[1 << (QUARTER - BITS)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.clamp(i - (LIFT >> BITS), 0, 255);
        }
        return samples;
    }
}
