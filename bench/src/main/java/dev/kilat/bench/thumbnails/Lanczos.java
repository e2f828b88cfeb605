package dev.kilat.bench.thumbnails;

import dev.kilat.thumbnail.planes.Plane;

/// Brightness at another size by Lanczos3 from the full resolution, in floating point: slow, and
/// what all are compared with.
final class Lanczos {
    private static final int LOBES = 3;

    private Lanczos() {}

    /// @return brightness line by line, not rounded
    static float[] shrink(Plane from, int width, int height) {
        return shrink(samples(from), from.width(), from.height(), width, height);
    }

    static float[] shrink(float[] samples, int fromWidth, int fromHeight, int width, int height) {
        // Lines come out as columns, so that the second time brings them back.
        float[] half = lines(samples, fromWidth, fromHeight, width);
        return lines(half, fromHeight, width, height);
    }

    static float[] samples(Plane plane) {
        float[] samples = new float[plane.width() * plane.height()];
        byte[] line = new byte[plane.width()];
        for (int y = 0, i = 0; y < plane.height(); y++) {
            plane.read(y, line);
            for (int x = 0; x < line.length; x++, i++) {
                samples[i] = line[x] & 0xFF;
            }
        }
        return samples;
    }

    /// Each line of `length` becomes one of `to`, and is written as a column.
    private static float[] lines(float[] from, int length, int count, int to) {
        float[] result = new float[to * count];
        double ratio = (double) length / to;
        double stretch = Math.max(1, ratio);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * ratio - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - LOBES * stretch));
            int last = Math.min(length - 1, (int) Math.floor(centre + LOBES * stretch));
            float[] weights = new float[last - first + 1];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = (float) weight((first + k - centre) / stretch);
                sum += weights[k];
            }
            for (int line = 0; line < count; line++) {
                float value = 0;
                for (int k = 0, at = line * length + first; k < weights.length; k++, at++) {
                    value += weights[k] * from[at];
                }
                result[i * count + line] = (float) Math.clamp(value / sum, 0, 255);
            }
        }
        return result;
    }

    private static double weight(double x) {
        return x == 0 ? 1 : Math.abs(x) >= LOBES ? 0 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
