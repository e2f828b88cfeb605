package dev.kilat.local.demo.picture;

import java.util.Arrays;

/// Light as a screen shows it, 0 to 255, vignette and tone curve applied: made row by row, since
/// nobody needs more than three at a time.
final class Toned {
    private static final int STEPS = 4096;
    private static final float WHITEST = 16;
    private static final float[] CURVE = curve();

    private final Light light;
    private final float exposure;
    private final float[][] rows;
    private final int[] held = new int[3];

    Toned(Light light, float exposure) {
        this.light = light;
        this.exposure = exposure;
        this.rows = new float[3][light.width * 3];
        Arrays.fill(held, -1);
    }

    float[] row(int y) {
        int slot = y % 3;
        if (held[slot] != y) {
            held[slot] = y;
            tone(y, rows[slot]);
        }
        return rows[slot];
    }

    private void tone(int y, float[] row) {
        float dy = 2f * y / light.height - 1;
        for (int x = 0; x < light.width; x++) {
            float dx = 2f * x / light.width - 1;
            float k = exposure * (1 - 0.17f * (dx * dx + dy * dy)) / WHITEST;
            int from = (y * light.width + x) * 3;
            for (int c = 0; c < 3; c++) {
                float v = Math.clamp(light.rgb[from + c] * k, 0, 0.999f);
                row[x * 3 + c] = CURVE[(int) (Math.sqrt(v) * STEPS)];
            }
        }
    }

    /// Narkowicz's fit of the ACES film curve, then the screen's gamma.
    private static float[] curve() {
        float[] curve = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double x = Math.pow((double) i / STEPS, 2) * WHITEST;
            double toned = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
            curve[i] = (float) (255 * Math.pow(Math.min(1, toned), 1 / 2.2));
        }
        return curve;
    }
}
