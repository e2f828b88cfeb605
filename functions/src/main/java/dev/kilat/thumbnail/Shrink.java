package dev.kilat.thumbnail;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.DefaultResizerFactory;

/// Resizing, by Thumbnailator: progressive bilinear below half the size, so that no pixel is passed
/// over.
final class Shrink {
    private Shrink() {}

    static BufferedImage to(BufferedImage from, int width, int height) {
        if (from.getWidth() == width && from.getHeight() == height) {
            return from;
        }
        var to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        DefaultResizerFactory.getInstance()
                .getResizer(
                        new Dimension(from.getWidth(), from.getHeight()),
                        new Dimension(width, height))
                .resize(from, to);
        return to;
    }
}
