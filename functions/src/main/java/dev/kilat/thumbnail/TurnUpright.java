package dev.kilat.thumbnail;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// Moves pixels, and computes none: a resizer's own rotation blurs images of odd size.
final class TurnUpright implements Step<Picture, Picture> {
    @Override
    public Picture apply(Picture picture) {
        int orientation = picture.header().orientation();
        return orientation == 1 ? picture : picture.with(turn(picture.pixels(), orientation));
    }

    /// Walks the upright image line by line, and the stored one along with it: `right` and `down`
    /// are the steps there, in pixels, that one step here makes.
    private static BufferedImage turn(BufferedImage from, int orientation) {
        int w = from.getWidth();
        int h = from.getHeight();
        int last = w * h - 1;
        return switch (orientation) {
            case 2 -> walk(from, w, h, w - 1, -1, w);
            case 3 -> walk(from, w, h, last, -1, -w);
            case 4 -> walk(from, w, h, last - (w - 1), 1, -w);
            case 5 -> walk(from, h, w, 0, w, 1);
            case 6 -> walk(from, h, w, last - (w - 1), -w, 1);
            case 7 -> walk(from, h, w, last, -w, -1);
            case 8 -> walk(from, h, w, w - 1, w, -1);
            default -> from;
        };
    }

    private static BufferedImage walk(
            BufferedImage from, int width, int height, int start, int right, int down) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] source = bytes(from);
        byte[] target = bytes(to);
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0, pixel = start + y * down; x < width; x++, pixel += right, at += 3) {
                target[at] = source[3 * pixel];
                target[at + 1] = source[3 * pixel + 1];
                target[at + 2] = source[3 * pixel + 2];
            }
        }
        return to;
    }

    private static byte[] bytes(BufferedImage bgr) {
        return ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    }
}
