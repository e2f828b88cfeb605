package dev.kilat.local.demo.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/// Develops light into a photo of twice its width and height: vignette, tone curve, grain.
final class Film {
    private final double exposure;
    private final double grain;
    private final Random random;

    /// @param grain deviation of a dark pixel, in steps of 255
    Film(double exposure, double grain, Random random) {
        this.exposure = exposure;
        this.grain = grain;
        this.random = random;
    }

    /// @param orientation how the camera was held, as EXIF counts it: 1, 3, 6 or 8. The pixels lie
    ///   turned, a viewer turns them back.
    BufferedImage develop(Light light, int orientation) {
        Toned toned = new Toned(light, (float) exposure);
        int w = light.width * 2;
        int h = light.height * 2;
        boolean turned = orientation >= 5;
        BufferedImage image =
                new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] row = new float[w * 3];
        long seed = random.nextLong() | 1;
        for (int y = 0; y < h; y++) {
            enlarge(toned, light.width, light.height, y, row);
            int at;
            int step;
            switch (orientation) {
                case 3 -> {
                    at = (h - 1 - y) * w + w - 1;
                    step = -1;
                }
                case 6 -> {
                    at = (w - 1) * h + y;
                    step = -h;
                }
                case 8 -> {
                    at = h - 1 - y;
                    step = h;
                }
                default -> {
                    at = y * w;
                    step = 1;
                }
            }
            seed = print(row, bytes, at, step, seed);
        }
        return image;
    }

    private static void enlarge(Toned toned, int w, int h, int y, float[] row) {
        int near = y / 2;
        float[] a = toned.row(near);
        float[] b = toned.row(Math.clamp((y & 1) == 0 ? near - 1 : near + 1, 0, h - 1));
        for (int x = 0; x < w; x++) {
            int left = Math.max(0, x - 1) * 3;
            int right = Math.min(w - 1, x + 1) * 3;
            for (int c = 0; c < 3; c++) {
                int i = x * 3 + c;
                float middle = a[i] * 0.75f + b[i] * 0.25f;
                float l = a[left + c] * 0.75f + b[left + c] * 0.25f;
                float r = a[right + c] * 0.75f + b[right + c] * 0.25f;
                row[x * 6 + c] = middle * 0.75f + l * 0.25f;
                row[x * 6 + 3 + c] = middle * 0.75f + r * 0.25f;
            }
        }
    }

    /// Grain is mostly of brightness, a little of colour, and less in the lights.
    private long print(float[] row, byte[] bytes, int at, int step, long seed) {
        float scale = (float) (grain / 147);
        long s = seed;
        float last = 0;
        for (int x = 0, i = 0; i < row.length; x++, i += 3) {
            s ^= s << 13;
            s ^= s >>> 7;
            s ^= s << 17;
            float luma = (s & 255) + (s >> 8 & 255) + (s >> 16 & 255) + (s >> 24 & 255) - 510;
            float shade = scale * (1 - row[i + 1] / 420);
            float mixed = (luma * 0.85f + last * 0.5f) * shade;
            last = luma;
            float tint = ((s >> 32 & 255) - (s >> 40 & 255)) * shade * 0.35f;
            int p = (at + x * step) * 3;
            bytes[p] = clip(row[i + 2] + mixed + tint);
            bytes[p + 1] = clip(row[i + 1] + mixed);
            bytes[p + 2] = clip(row[i] + mixed - tint);
        }
        return s;
    }

    private static byte clip(float v) {
        return (byte) Math.clamp((int) (v + 0.5f), 0, 255);
    }
}
