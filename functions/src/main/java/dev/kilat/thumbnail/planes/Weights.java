package dev.kilat.thumbnail.planes;

/// For each sample of a resized line: which samples of the original line make it, and with how much
/// weight. A cubic, stretched when shrinking so that no sample is passed over.
///
/// @param first index of the first one; all `taps` from there on are within the line
/// @param factors `taps` for each sample, in units of one part in two to the power of the bits
///   asked for; they add up to one
@SuppressWarnings("ArrayRecordComponent") // Handed to the resampler, never compared.
record Weights(int taps, int[] first, int[] factors) {
    /// How far the cubic reaches, in samples of the coarser line.
    private static final double REACH = 2;

    /// The slope at its first zero, as OpenCV has it: about as sharp as Lanczos of three lobes,
    /// which takes half as many samples more. Catmull-Rom's -0.5 is softer.
    private static final double SLOPE = -0.75;

    /// @param from how many samples there are
    /// @param to how many there will be
    /// @param ratio how many old samples one new sample covers: about `from / to`, but for lines
    ///   that reach over the picture's edge
    /// @param bits of the factors behind the point
    static Weights of(int from, int to, double ratio, int bits) {
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
                exact[k] = cubic((start + k - centre) / stretch);
                sum += exact[k];
            }
            first[i] = start;
            rounded(exact, sum, factors, i * taps, 1 << bits);
        }
        return new Weights(taps, first, factors);
    }

    /// Rounded so that they still add up to one: a plain area keeps its shade.
    private static void rounded(double[] exact, double sum, int[] factors, int at, int one) {
        double running = 0;
        int before = 0;
        for (int k = 0; k < exact.length; k++) {
            running += exact[k];
            int upTo = (int) Math.round(running / sum * one);
            factors[at + k] = upTo - before;
            before = upTo;
        }
    }

    /// Of Keys (1981).
    private static double cubic(double at) {
        double x = Math.abs(at);
        if (x < 1) {
            return ((SLOPE + 2) * x - (SLOPE + 3)) * x * x + 1;
        }
        return x < REACH ? SLOPE * (((x - 5) * x + 8) * x - 4) : 0;
    }
}
