package dev.kilat.local.demo.picture;

import java.util.Random;

/// Smooth random hills between 0 and 1, for clouds, haze and water.
final class Noise {
    private static final int SIZE = 256;
    private final float[] values = new float[SIZE * SIZE];

    Noise(Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }

    double at(double x, double y) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        double fx = smooth(x - ix);
        double fy = smooth(y - iy);
        double top = value(ix, iy) * (1 - fx) + value(ix + 1, iy) * fx;
        double bottom = value(ix, iy + 1) * (1 - fx) + value(ix + 1, iy + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /// Three octaves.
    double fractal(double x, double y) {
        return at(x, y) * 0.57 + at(x * 2.1, y * 2.1) * 0.29 + at(x * 4.3, y * 4.3) * 0.14;
    }

    private double value(int x, int y) {
        return values[(y & SIZE - 1) * SIZE + (x & SIZE - 1)];
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
