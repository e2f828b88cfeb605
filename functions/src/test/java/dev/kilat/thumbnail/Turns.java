package dev.kilat.thumbnail;

import java.awt.image.BufferedImage;

/// How a camera stores an upright image under each EXIF orientation, written down from the
/// specification's own words: where row 0 and column 0 of what is stored belong.
final class Turns {
    private Turns() {}

    static BufferedImage stored(BufferedImage upright, int orientation) {
        int w = upright.getWidth();
        int h = upright.getHeight();
        boolean side = orientation >= 5;
        var stored = new BufferedImage(side ? h : w, side ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 1 -> upright.getRGB(x, y); // row 0 top, column 0 left
                            case 2 -> upright.getRGB(w - 1 - x, y); // top, right
                            case 3 -> upright.getRGB(w - 1 - x, h - 1 - y); // bottom, right
                            case 4 -> upright.getRGB(x, h - 1 - y); // bottom, left
                            case 5 -> upright.getRGB(y, x); // left, top
                            case 6 -> upright.getRGB(w - 1 - y, x); // right, top
                            case 7 -> upright.getRGB(w - 1 - y, h - 1 - x); // right, bottom
                            case 8 -> upright.getRGB(y, h - 1 - x); // left, bottom
                            default -> throw new IllegalArgumentException();
                        });
            }
        }
        return stored;
    }
}
