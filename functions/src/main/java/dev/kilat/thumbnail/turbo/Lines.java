package dev.kilat.thumbnail.turbo;

import java.util.Arrays;

/// The lines of a plane of less height. Samples are widened to `int` once for all the lines that
/// they are part of: compilers make vector instructions of loops over one type only.
final class Lines {
    private static final int BITS = 14;

    private final Plane from;
    private final Weights weights;

    /// The lines last widened: line `n` is in place `n % taps`.
    private final int[][] wide;

    private final byte[] narrow;
    private int widened;

    /// @param to their number to be
    Lines(Plane from, int to, double ratio) {
        this.from = from;
        this.weights = Weights.of(from.height(), to, ratio, BITS);
        this.wide = new int[weights.taps()][from.width()];
        this.narrow = new byte[from.width()];
    }

    /// @param y never less than in the call before
    void line(int y, int[] to) {
        int first = weights.first()[y];
        widened = Math.max(widened, first);
        for (; widened < first + weights.taps(); widened++) {
            from.read(widened, narrow);
            widen(narrow, wide[widened % wide.length]);
        }
        Arrays.fill(to, (1 << BITS) / 2);
        for (int k = 0; k < weights.taps(); k++) {
            int factor = weights.factors()[y * weights.taps() + k];
            if (factor != 0) {
                add(wide[(first + k) % wide.length], factor, to);
            }
        }
        clamp(to);
    }

    private static void widen(byte[] samples, int[] to) {
        for (int x = 0; x < to.length; x++) {
            to[x] = samples[x] & 0xFF;
        }
    }

    private static void add(int[] line, int factor, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += factor * line[x];
        }
    }

    private static void clamp(int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.max(0, Math.min(255, sums[x] >> BITS));
        }
    }
}
