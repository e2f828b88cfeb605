package dev.kilat.bench.thumbnails;

/// How alike two pictures look: structural similarity (Wang and others, 2004) of their brightness,
/// the mean over windows of 8 x 8 that overlap by half. 1 is the same.
final class Ssim {
    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Ssim() {}

    static double of(float[] one, float[] other, int width, int height) {
        int across = Math.min(WINDOW, width);
        int down = Math.min(WINDOW, height);
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + down <= height; y += STEP) {
            for (int x = 0; x + across <= width; x += STEP, windows++) {
                sum += window(one, other, y * width + x, width, across, down);
            }
        }
        return sum / windows;
    }

    private static double window(
            float[] one, float[] other, int start, int width, int across, int down) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = 0; y < down; y++) {
            for (int i = start + y * width, end = i + across; i < end; i++) {
                a += one[i];
                b += other[i];
                aa += one[i] * one[i];
                bb += other[i] * other[i];
                ab += one[i] * other[i];
            }
        }
        int n = across * down;
        double meanA = a / n;
        double meanB = b / n;
        double varianceA = aa / n - meanA * meanA;
        double varianceB = bb / n - meanB * meanB;
        double covariance = ab / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
