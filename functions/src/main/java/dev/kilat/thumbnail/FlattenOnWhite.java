package dev.kilat.thumbnail;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Whatever was decoded (palette, grey, 16 bits, transparent) becomes opaque with 8 bits a channel,
/// on white. Done by hand and not by drawing: Java2D takes grey for linear light in some of its
/// loops, and lightens it.
final class FlattenOnWhite implements Step<Picture, Picture> {
    @Override
    public Picture apply(Picture picture) {
        var pixels = picture.pixels();
        return pixels.getType() == BufferedImage.TYPE_3BYTE_BGR
                ? picture
                : picture.with(flatten(pixels));
    }

    private static BufferedImage flatten(BufferedImage from) {
        var to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        var raster = from.getRaster();
        int width = from.getWidth();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        Unpack unpack = unpack(from, raster);
        for (int y = 0, at = 0; y < from.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++, at += 3) {
                int argb = unpack.argb(row, x * bands);
                int alpha = argb >>> 24;
                bgr[at] = onWhite(argb & 0xFF, alpha);
                bgr[at + 1] = onWhite(argb >> 8 & 0xFF, alpha);
                bgr[at + 2] = onWhite(argb >> 16 & 0xFF, alpha);
            }
        }
        return to;
    }

    private static byte onWhite(int value, int alpha) {
        return (byte) (alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    /// One pixel's samples as eight-bit alpha, red, green and blue.
    private interface Unpack {
        int argb(int[] row, int at);
    }

    private static Unpack unpack(BufferedImage image, Raster raster) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            var colours = new int[palette.getMapSize()];
            palette.getRGBs(colours);
            return (row, at) -> colours[Math.min(row[at], colours.length - 1)];
        }
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return switch (raster.getNumBands()) {
            case 1 -> (row, at) -> grey(255, to8(row[at], most));
            case 2 -> (row, at) -> grey(to8(row[at + 1], most), to8(row[at], most));
            case 3 -> (row, at) -> rgb(255, row, at, most);
            default -> (row, at) -> rgb(to8(row[at + 3], most), row, at, most);
        };
    }

    private static int to8(int sample, int most) {
        return most == 255 ? sample : (int) ((sample * 255L + most / 2) / most);
    }

    private static int grey(int alpha, int value) {
        return alpha << 24 | value << 16 | value << 8 | value;
    }

    private static int rgb(int alpha, int[] row, int at, int most) {
        return alpha << 24
                | to8(row[at], most) << 16
                | to8(row[at + 1], most) << 8
                | to8(row[at + 2], most);
    }
}
