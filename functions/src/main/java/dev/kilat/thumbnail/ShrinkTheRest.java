package dev.kilat.thumbnail;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;

/// Medium from large, small from medium: each step reads the least pixels. Takes milliseconds, so
/// encoding can begin with small.
final class ShrinkTheRest implements Step<Picture, Map<Size, BufferedImage>> {
    @Override
    public Map<Size, BufferedImage> apply(Picture picture) {
        var sizes = new EnumMap<Size, BufferedImage>(Size.class);
        var larger = picture.pixels();
        int width = picture.header().width();
        int height = picture.header().height();
        for (Size size : Size.values()) {
            sizes.put(size, larger);
        }
        for (Size size : new Size[] {Size.MEDIUM, Size.SMALL}) {
            larger =
                    Shrink.to(
                            larger,
                            size.fit(width, width, height),
                            size.fit(height, width, height));
            sizes.put(size, larger);
        }
        return sizes;
    }
}
