package dev.kilat.thumbnail.turbo;

/// For each sample of a resized line: which samples of the original line make it, and with how much
/// weight. Catmull-Rom, stretched when shrinking so that no sample is passed over.
///
/// @param first index of the first one; all `taps` from there on are within the line
/// @param factors `taps` for each sample, in units of 1 / [#ONE]; they add up to one
@SuppressWarnings("ArrayRecordComponent") // Handed to the resampler, never compared.
record Weights(int taps, int[] first, int[] factors) {
    static final int BITS = 14;
    static final int ONE = 1 << BITS;

    /// How far Catmull-Rom reaches, in samples of the coarser line.
    private static final double REACH = 2;

    /// @param from how many samples there are
    /// @param to how many there will be
    /// @param ratio how many old samples one new sample covers: about `from / to`, but for lines
    ///   that reach over the picture's edge
    static Weights of(int from, int to, double ratio) {
        double stretch = Math.max(1, ratio);
        int taps = Math.min(from, (int) (2 * REACH * stretch) + 1);
        int[] first = new int[to];
        int[] factors = new int[to * taps];
        double[] exact = new double[taps];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * ratio - 0.5;
            int start = Math.clamp((int) Math.ceil(centre - REACH * stretch), 0, from - taps);
            double sum = 0;
            for (int k = 0; k < taps; k++) {
                exact[k] = catmullRom((start + k - centre) / stretch);
                sum += exact[k];
            }
            first[i] = start;
            rounded(exact, sum, factors, i * taps);
        }
        return new Weights(taps, first, factors);
    }

    /// Rounded so that they still add up to one: a plain area keeps its shade.
    private static void rounded(double[] exact, double sum, int[] factors, int at) {
        int left = ONE;
        int largest = 0;
        for (int k = 0; k < exact.length; k++) {
            int factor = (int) Math.round(exact[k] / sum * ONE);
            factors[at + k] = factor;
            left -= factor;
            if (exact[k] > exact[largest]) {
                largest = k;
            }
        }
        factors[at + largest] += left;
    }

    private static double catmullRom(double at) {
        double x = Math.abs(at);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < REACH ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
