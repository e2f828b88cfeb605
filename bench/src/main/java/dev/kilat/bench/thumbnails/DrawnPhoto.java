package dev.kilat.bench.thumbnails;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/// A picture that weighs on encoders and resamplers as a photo does: shapes in and out of focus,
/// fine lines, textures at all scales, and the noise of a sensor over all of it. The same seed
/// gives the same picture.
final class DrawnPhoto {
    private static final int SHAPES = 700;
    private static final int OCTAVES = 8;
    private static final int TILE = 256;

    /// How far a texture's coarsest waves move brightness; each finer octave has 0.62 of it.
    private static final double TEXTURE = 22;

    private static final double FINER = 0.62;

    /// Of a sensor's pixel, in steps of 255. A camera makes each colour of a pixel from several
    /// pixels of its sensor, which halves the noise and leaves it blotched.
    private static final double NOISE = 15;

    private final int width;
    private final int height;
    private final Random random;

    DrawnPhoto(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
    }

    BufferedImage draw() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        shapes(image);
        texture(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }

    private void shapes(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, colour(255), width, height, colour(255)));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < SHAPES; i++) {
            double size = width * Math.pow(random.nextDouble(), 4) / 5 + 2;
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            pen.setPaint(colour(90 + random.nextInt(166)));
            if (i % 3 == 0) {
                pen.draw(new Line2D.Double(x, y, x + random.nextGaussian() * size, y + size));
            } else {
                pen.fill(new Ellipse2D.Double(x, y, size, size * (0.4 + random.nextDouble())));
            }
        }
        pen.dispose();
    }

    private Color colour(int opaque) {
        return new Color(
                40 + random.nextInt(180),
                40 + random.nextInt(180),
                40 + random.nextInt(180),
                opaque);
    }

    private void texture(byte[] bgr) {
        float[] tile = new float[TILE * TILE];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = random.nextFloat() - 0.5f;
        }
        float[] line = new float[width];
        float[] above = new float[width + 1];
        float[] here = new float[width + 1];
        for (int y = 0, at = 0; y < height; y++) {
            waves(tile, y, line);
            float[] last = above;
            above = here;
            here = last;
            for (int x = 0; x < here.length; x++) {
                here[x] = (float) (NOISE * random.nextGaussian());
            }
            for (int x = 0; x < width; x++, at += 3) {
                float noise = (here[x] + here[x + 1] + above[x] + above[x + 1]) / 4;
                double shared = line[x] + noise;
                double tint = (here[x] - above[x + 1]) / 8;
                bgr[at] = clamped((bgr[at] & 0xFF) + shared + tint);
                bgr[at + 1] = clamped((bgr[at + 1] & 0xFF) + shared);
                bgr[at + 2] = clamped((bgr[at + 2] & 0xFF) + shared - tint);
            }
        }
    }

    /// Octaves from waves of a quarter of the picture down to waves of a few pixels.
    private void waves(float[] tile, int y, float[] line) {
        java.util.Arrays.fill(line, 0);
        double wave = width / 4.0;
        double strength = TEXTURE;
        for (int octave = 0; octave < OCTAVES; octave++, wave /= 2.3, strength *= FINER) {
            double v = y / wave + octave * 37.3;
            int row = (int) v & (TILE - 1);
            int below = row + 1 & (TILE - 1);
            float down = (float) (v - (int) v);
            for (int x = 0; x < line.length; x++) {
                double u = x / wave;
                int column = (int) u & (TILE - 1);
                int right = column + 1 & (TILE - 1);
                float across = (float) (u - (int) u);
                float top = mix(tile[row * TILE + column], tile[row * TILE + right], across);
                float bottom = mix(tile[below * TILE + column], tile[below * TILE + right], across);
                line[x] += (float) strength * 2 * mix(top, bottom, down);
            }
        }
    }

    private static float mix(float one, float other, float share) {
        return one + (other - one) * share;
    }

    private static byte clamped(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
