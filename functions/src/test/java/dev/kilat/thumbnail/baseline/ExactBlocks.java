package dev.kilat.thumbnail.baseline;

/// The definition of what a [BlockRow] does, in exact numbers: an 8 x 8 block of samples, its
/// cosine transform, and the samples that come of the coarsest coefficients alone.
final class ExactBlocks {
    private static final int EIGHT = 8;

    private ExactBlocks() {}

    /// @param block line by line
    /// @param edge of the result
    static double[][] reduced(double[][] block, int edge) {
        double[][] coefficients = new double[edge][edge];
        for (int v = 0; v < edge; v++) {
            for (int u = 0; u < edge; u++) {
                for (int y = 0; y < EIGHT; y++) {
                    for (int x = 0; x < EIGHT; x++) {
                        coefficients[v][u] +=
                                block[y][x] * wave(x, u, EIGHT) * wave(y, v, EIGHT) / EIGHT / EIGHT;
                    }
                }
            }
        }
        double[][] samples = new double[edge][edge];
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                for (int v = 0; v < edge; v++) {
                    for (int u = 0; u < edge; u++) {
                        samples[y][x] += coefficients[v][u] * wave(x, u, edge) * wave(y, v, edge);
                    }
                }
                samples[y][x] = Math.clamp(samples[y][x], 0, 255);
            }
        }
        return samples;
    }

    private static double wave(int sample, int frequency, int points) {
        return frequency == 0
                ? 1
                : Math.sqrt(2) * Math.cos((2 * sample + 1) * frequency * Math.PI / (2 * points));
    }
}
