package dev.kilat.thumbnail;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/// Plain PNGs of the rarer kinds.
final class Pngs {
    private Pngs() {}

    static byte[] translucent(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour.getRGB());
        }
        return Images.png(image);
    }

    static byte[] palette(int width, int height, Color colour) {
        int[] colours = {0xFF102030, colour.getRGB(), 0xFF405060};
        var model = new IndexColorModel(8, 3, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, 1);
        }
        return Images.png(image);
    }

    /// @param rgba in 0-255, widened
    static byte[] sixteenBits(int width, int height, int... rgba) {
        var model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(width, height);
        for (int i = 0; i < width * height; i++) {
            for (int band = 0; band < 4; band++) {
                raster.setSample(i % width, i / width, band, rgba[band] * 257);
            }
        }
        return Images.png(new BufferedImage(model, raster, false, null));
    }
}
