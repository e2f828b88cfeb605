package dev.kilat.local.demo.picture;

/// What is very bright spills over, as in any lens: blurred at a quarter of the size, added on top.
final class Bloom {
    private static final int SCALE = 4;

    private Bloom() {}

    static void over(Light light, double strength) {
        int w = light.width / SCALE;
        int h = light.height / SCALE;
        float[] small = brightest(light, w, h);
        float[] spare = new float[small.length];
        float[] near = blurred(small, spare, w, h, Math.max(2, w / 160));
        float[] far = blurred(near.clone(), spare, w, h, Math.max(4, w / 28));
        for (int i = 0; i < near.length; i++) {
            near[i] = near[i] * 0.6f + far[i] * 0.8f;
        }
        add(light, near, w, h, (float) strength);
    }

    private static float[] brightest(Light light, int w, int h) {
        float[] small = new float[w * h * 3];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    for (int k = 0; k < SCALE * SCALE; k++) {
                        int sx = x * SCALE + k % SCALE;
                        int sy = y * SCALE + k / SCALE;
                        sum += light.rgb[(sy * light.width + sx) * 3 + c];
                    }
                    small[(y * w + x) * 3 + c] = Math.clamp(sum / (SCALE * SCALE) - 0.35f, 0, 12);
                }
            }
        }
        return small;
    }

    private static float[] blurred(float[] a, float[] spare, int w, int h, int r) {
        for (int pass = 0; pass < 2; pass++) {
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < h; y++) {
                    box(a, spare, y * w * 3 + c, 3, w, r);
                }
                for (int x = 0; x < w; x++) {
                    box(spare, a, x * 3 + c, w * 3, h, r);
                }
            }
        }
        return a;
    }

    private static void box(float[] from, float[] to, int start, int step, int count, int r) {
        float sum = 0;
        for (int i = -r; i <= r; i++) {
            sum += from[start + Math.clamp(i, 0, count - 1) * step];
        }
        float scale = 1f / (2 * r + 1);
        for (int i = 0; i < count; i++) {
            to[start + i * step] = sum * scale;
            sum += from[start + Math.min(i + r + 1, count - 1) * step];
            sum -= from[start + Math.max(i - r, 0) * step];
        }
    }

    private static void add(Light light, float[] small, int w, int h, float strength) {
        for (int y = 0; y < light.height; y++) {
            float sy = Math.clamp((y + 0.5f) / SCALE - 0.5f, 0, h - 1.001f);
            int y0 = (int) sy;
            float fy = sy - y0;
            int below = y0 + 1 < h ? w * 3 : 0;
            for (int x = 0; x < light.width; x++) {
                float sx = Math.clamp((x + 0.5f) / SCALE - 0.5f, 0, w - 1.001f);
                int x0 = (int) sx;
                float fx = sx - x0;
                int i = (y * light.width + x) * 3;
                int j = (y0 * w + x0) * 3;
                for (int c = 0; c < 3; c++, j++) {
                    float top = small[j] + (small[j + 3] - small[j]) * fx;
                    float bottom =
                            small[j + below] + (small[j + below + 3] - small[j + below]) * fx;
                    light.rgb[i + c] += (top + (bottom - top) * fy) * strength;
                }
            }
        }
    }
}
