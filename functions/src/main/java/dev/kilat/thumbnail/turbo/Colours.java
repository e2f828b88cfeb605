package dev.kilat.thumbnail.turbo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Between planes and red, green and blue, by JFIF's equations. Only for what cannot be done on
/// planes: colour profiles and previews.
public final class Colours {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int MIDDLE = 128;

    private Colours() {}

    public static BufferedImage rgb(Planes planes) {
        int width = planes.width();
        int height = planes.height();
        var to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = bytes(to);
        byte[] brightness = planes.brightness().samples();
        for (int y = 0, i = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++, at += 3) {
                int luma = ((brightness[i] & 0xFF) << BITS) + HALF;
                int blue = planes.isGrey() ? 0 : colour(planes, 1, x, y);
                int red = planes.isGrey() ? 0 : colour(planes, 2, x, y);
                bgr[at] = clamped(luma + fixed(1.772) * blue);
                bgr[at + 1] = clamped(luma - fixed(0.344136) * blue - fixed(0.714136) * red);
                bgr[at + 2] = clamped(luma + fixed(1.402) * red);
            }
        }
        return to;
    }

    /// Colour at half the resolution: each sample is the mean of its four pixels.
    public static Planes planes(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] bgr = bytes(image);
        byte[] brightness = new byte[width * height];
        for (int i = 0, at = 0; i < brightness.length; i++, at += 3) {
            brightness[i] =
                    clamped(
                            fixed(0.114) * (bgr[at] & 0xFF)
                                    + fixed(0.587) * (bgr[at + 1] & 0xFF)
                                    + fixed(0.299) * (bgr[at + 2] & 0xFF)
                                    + HALF);
        }
        int across = Math.ceilDiv(width, 2);
        int down = Math.ceilDiv(height, 2);
        byte[] blue = new byte[across * down];
        byte[] red = new byte[across * down];
        for (int y = 0, i = 0; y < down; y++) {
            for (int x = 0; x < across; x++, i++) {
                int at = 3 * (2 * y * width + 2 * x);
                int right = 2 * x + 1 < width ? 3 : 0;
                int below = 2 * y + 1 < height ? 3 * width : 0;
                int b = four(bgr, at, right, below);
                int g = four(bgr, at + 1, right, below);
                int r = four(bgr, at + 2, right, below);
                blue[i] = difference(fixed(0.5) * b - fixed(0.331264) * g - fixed(0.168736) * r);
                red[i] = difference(fixed(0.5) * r - fixed(0.418688) * g - fixed(0.081312) * b);
            }
        }
        return new Planes(
                width,
                height,
                2,
                2,
                java.util.List.of(
                        new Plane(brightness, width, height),
                        new Plane(blue, across, down),
                        new Plane(red, across, down)));
    }

    private static int four(byte[] bgr, int at, int right, int below) {
        return (bgr[at] & 0xFF)
                + (bgr[at + right] & 0xFF)
                + (bgr[at + below] & 0xFF)
                + (bgr[at + right + below] & 0xFF);
    }

    /// @param sum of four pixels
    private static byte difference(int sum) {
        return clamped((sum >> 2) + (MIDDLE << BITS) + HALF);
    }

    private static int colour(Planes planes, int index, int x, int y) {
        Plane plane = planes.planes().get(index);
        int at = y / planes.down() * plane.width() + x / planes.across();
        return (plane.samples()[at] & 0xFF) - MIDDLE;
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
