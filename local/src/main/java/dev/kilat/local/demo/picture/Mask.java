package dev.kilat.local.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;

/// What stands before the light: coverage 0-255 a pixel.
final class Mask {
    private final int width;
    private final int height;
    private final byte[] coverage;

    private Mask(int width, int height, byte[] coverage) {
        this.width = width;
        this.height = height;
        this.coverage = coverage;
    }

    /// Whatever `draw` fills, over the whole frame.
    static Mask of(Light light, Consumer<Graphics2D> draw) {
        BufferedImage image =
                new BufferedImage(light.width, light.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        draw.accept(g);
        g.dispose();
        byte[] coverage = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Mask(light.width, light.height, coverage);
    }

    /// Coverage; outside the frame its edge goes on.
    int at(int x, int y) {
        int cx = Math.clamp(x, 0, width - 1);
        int cy = Math.clamp(y, 0, height - 1);
        return coverage[cy * width + cx] & 255;
    }

    /// The same out of focus. Two box passes each way are close enough to a lens.
    Mask blurred(double radius) {
        int r = (int) Math.round(radius);
        if (r < 1) {
            return this;
        }
        byte[] a = coverage.clone();
        byte[] b = new byte[a.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                box(a, b, y * width, 1, width, r);
            }
            for (int x = 0; x < width; x++) {
                box(b, a, x, width, height, r);
            }
        }
        return new Mask(width, height, a);
    }

    private static void box(byte[] from, byte[] to, int start, int step, int count, int r) {
        int sum = 0;
        for (int i = -r; i <= r; i++) {
            sum += from[start + Math.clamp(i, 0, count - 1) * step] & 255;
        }
        int window = 2 * r + 1;
        for (int i = 0; i < count; i++) {
            to[start + i * step] = (byte) (sum / window);
            sum += from[start + Math.min(i + r + 1, count - 1) * step] & 255;
            sum -= from[start + Math.max(i - r, 0) * step] & 255;
        }
    }
}
