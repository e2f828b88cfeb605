package dev.kilat.thumbnail;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Base64;

/// Evan Wallace's ThumbHash of an opaque image: the low frequencies of brightness and two colour
/// differences in about 25 bytes, which a browser draws before the first byte of a photo has
/// arrived. See <https://evanw.github.io/thumbhash/>.
final class ThumbHash implements Step<BufferedImage, String> {
    private static final int LONG_EDGE = 100;
    private static final int MOST_FREQUENCIES = 7;

    @Override
    public String apply(BufferedImage small) {
        Dimension tiny = fit(small.getWidth(), small.getHeight());
        return Base64.getEncoder().encodeToString(hash(Shrink.to(small, tiny.width, tiny.height)));
    }

    /// What of a picture of this size is looked at.
    static Dimension fit(int width, int height) {
        double scale = Math.min(1, (double) LONG_EDGE / Math.max(width, height));
        return new Dimension(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)));
    }

    private static byte[] hash(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        var brightness = new double[w * h];
        var yellowBlue = new double[w * h];
        var redGreen = new double[w * h];
        for (int i = 0; i < w * h; i++) {
            int rgb = image.getRGB(i % w, i / w);
            double r = (rgb >> 16 & 255) / 255.0;
            double g = (rgb >> 8 & 255) / 255.0;
            double b = (rgb & 255) / 255.0;
            brightness[i] = (r + g + b) / 3;
            yellowBlue[i] = (r + g) / 2 - b;
            redGreen[i] = r - g;
        }
        int across = (int) Math.max(1, Math.round((double) MOST_FREQUENCIES * w / Math.max(w, h)));
        int down = (int) Math.max(1, Math.round((double) MOST_FREQUENCIES * h / Math.max(w, h)));
        var l = Channel.of(brightness, w, h, Math.max(3, across), Math.max(3, down));
        var p = Channel.of(yellowBlue, w, h, 3, 3);
        var q = Channel.of(redGreen, w, h, 3, 3);

        boolean landscape = w > h;
        int colours =
                round(63 * l.mean)
                        | round(31.5 + 31.5 * p.mean) << 6
                        | round(31.5 + 31.5 * q.mean) << 12
                        | round(31 * l.scale) << 18;
        int shape =
                (landscape ? down : across)
                        | round(63 * p.scale) << 3
                        | round(63 * q.scale) << 9
                        | (landscape ? 1 : 0) << 15;
        var hash = new byte[5 + (l.count + p.count + q.count + 1) / 2];
        hash[0] = (byte) colours;
        hash[1] = (byte) (colours >> 8);
        hash[2] = (byte) (colours >> 16);
        hash[3] = (byte) shape;
        hash[4] = (byte) (shape >> 8);
        int nibble = 0;
        for (Channel channel : new Channel[] {l, p, q}) {
            for (int i = 0; i < channel.count; i++, nibble++) {
                hash[5 + (nibble >> 1)] |= (byte) (channel.nibble(i) << ((nibble & 1) << 2));
            }
        }
        return hash;
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }

    /// The cosine transform of one channel, of the frequencies below a diagonal.
    private static final class Channel {
        private final double[] strengths;
        private int count;
        private double mean;
        private double scale;

        private Channel(int most) {
            strengths = new double[most];
        }

        static Channel of(double[] values, int w, int h, int nx, int ny) {
            var channel = new Channel(nx * ny);
            for (int cy = 0; cy < ny; cy++) {
                for (int cx = 0; cx * ny < nx * (ny - cy); cx++) {
                    double strength = strength(values, w, h, cx, cy);
                    if (cx == 0 && cy == 0) {
                        channel.mean = strength;
                    } else {
                        channel.strengths[channel.count++] = strength;
                        channel.scale = Math.max(channel.scale, Math.abs(strength));
                    }
                }
            }
            return channel;
        }

        private static double strength(double[] values, int w, int h, int cx, int cy) {
            double[] wave = wave(w, cx);
            double[] down = wave(h, cy);
            double sum = 0;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    sum += values[x + y * w] * wave[x] * down[y];
                }
            }
            return sum / (w * h);
        }

        private static double[] wave(int length, int frequency) {
            double[] wave = new double[length];
            for (int i = 0; i < length; i++) {
                wave[i] = Math.cos(Math.PI / length * frequency * (i + 0.5));
            }
            return wave;
        }

        int nibble(int i) {
            return scale > 0 ? round(15 * (0.5 + 0.5 / scale * strengths[i])) : 0;
        }
    }
}
