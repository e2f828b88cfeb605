package dev.kilat.thumbnail.planes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;

/// Between planes and red, green and blue, by JFIF's equations. Only for what cannot be done on
/// planes: colour profiles and previews.
public final class Colours {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int MIDDLE = 128;

    private Colours() {}

    public static BufferedImage rgb(Planes planes) {
        int width = planes.width();
        var to = new BufferedImage(width, planes.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = bytes(to);
        byte[][] line = new byte[3][Plane.even(width)];
        // Grey has no colour to read.
        Arrays.fill(line[1], (byte) MIDDLE);
        Arrays.fill(line[2], (byte) MIDDLE);
        for (int y = 0, at = 0; y < planes.height(); y++) {
            planes.brightness().read(y, line[0]);
            for (int i = 1; i < planes.planes().size(); i++) {
                planes.planes().get(i).read(y / planes.down(), line[i]);
            }
            for (int x = 0; x < width; x++, at += 3) {
                int luma = ((line[0][x] & 0xFF) << BITS) + HALF;
                int blue = (line[1][x / planes.across()] & 0xFF) - MIDDLE;
                int red = (line[2][x / planes.across()] & 0xFF) - MIDDLE;
                bgr[at] = clamped(luma + fixed(1.772) * blue);
                bgr[at + 1] = clamped(luma - fixed(0.344136) * blue - fixed(0.714136) * red);
                bgr[at + 2] = clamped(luma + fixed(1.402) * red);
            }
        }
        return to;
    }

    /// Colour at half the resolution: each sample is the mean of its four pixels.
    public static Planes planes(BufferedImage image, Pool pool) {
        byte[] bgr = bytes(image);
        return new Planes(
                image.getWidth(),
                image.getHeight(),
                2,
                2,
                List.of(
                        brightness(bgr, image.getWidth(), image.getHeight(), pool),
                        colour(bgr, image, pool, -0.168736, -0.331264, 0.5),
                        colour(bgr, image, pool, 0.5, -0.418688, -0.081312)));
    }

    private static Plane brightness(byte[] bgr, int width, int height, Pool pool) {
        Plane to = Plane.of(pool, width, height);
        byte[] line = new byte[width];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                line[x] =
                        clamped(
                                fixed(0.114) * (bgr[at] & 0xFF)
                                        + fixed(0.587) * (bgr[at + 1] & 0xFF)
                                        + fixed(0.299) * (bgr[at + 2] & 0xFF)
                                        + HALF);
            }
            to.write(y, line);
        }
        return to;
    }

    private static Plane colour(
            byte[] bgr, BufferedImage image, Pool pool, double red, double green, double blue) {
        int width = image.getWidth();
        int height = image.getHeight();
        Plane to = Plane.of(pool, Math.ceilDiv(width, 2), Math.ceilDiv(height, 2));
        byte[] line = new byte[to.width()];
        for (int y = 0; y < to.height(); y++) {
            int below = 2 * y + 1 < height ? 3 * width : 0;
            for (int x = 0; x < line.length; x++) {
                int at = 3 * (2 * y * width + 2 * x);
                int right = 2 * x + 1 < width ? 3 : 0;
                int sum =
                        fixed(blue) * four(bgr, at, right, below)
                                + fixed(green) * four(bgr, at + 1, right, below)
                                + fixed(red) * four(bgr, at + 2, right, below);
                line[x] = clamped((sum >> 2) + (MIDDLE << BITS) + HALF);
            }
            to.write(y, line);
        }
        return to;
    }

    private static int four(byte[] bgr, int at, int right, int below) {
        return (bgr[at] & 0xFF)
                + (bgr[at + right] & 0xFF)
                + (bgr[at + below] & 0xFF)
                + (bgr[at + right + below] & 0xFF);
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }

    private static byte clamped(int value) {
        return (byte) Math.max(0, Math.min(255, value >> BITS));
    }

    private static byte[] bytes(BufferedImage bgr) {
        return ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    }
}
