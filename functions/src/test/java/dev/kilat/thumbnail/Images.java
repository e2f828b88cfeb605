package dev.kilat.thumbnail;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataNode;

/// Pictures drawn for tests, and the means to build odd files around them.
public final class Images {
    /// The quarters of [#quarters]: top left, top right, bottom left, bottom right.
    public static final List<Color> QUARTERS =
            List.of(
                    new Color(200, 30, 30),
                    new Color(30, 160, 30),
                    new Color(30, 30, 200),
                    new Color(220, 200, 30));

    private Images() {}

    public static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            pen.setColor(QUARTERS.get(i));
            int x = i % 2 * (width / 2);
            int y = i / 2 * (height / 2);
            pen.fillRect(x, y, width - x, height - y);
        }
        pen.dispose();
        return image;
    }

    public static BufferedImage plain(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    /// Something with structure, so that its JPEG has bytes worth truncating.
    public static BufferedImage scene(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        pen.fillRect(0, 0, width, height);
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(width), random.nextInt(height), width / 12, height / 12);
        }
        pen.dispose();
        return image;
    }

    public static byte[] jpeg(BufferedImage image) {
        return jpeg(image, 0.95f);
    }

    /// @param quality above 0, at most 1
    public static byte[] jpeg(BufferedImage image, float quality) {
        return jpeg(image, quality, ImageWriteParam.MODE_DISABLED);
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        return jpeg(image, 0.95f, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(BufferedImage image, float quality, int progressive) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// A JPEG with `across` x `down` samples of brightness for each sample of colour.
    public static byte[] sampledJpeg(BufferedImage image, int across, int down) {
        return jpeg(
                image,
                tree -> {
                    var brightness =
                            (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
                    brightness.setAttribute("HsamplingFactor", String.valueOf(across));
                    brightness.setAttribute("VsamplingFactor", String.valueOf(down));
                });
    }

    /// The same, of 2 x 2, with a restart marker behind so many groups of blocks.
    public static byte[] restartingJpeg(BufferedImage image, int interval) {
        return jpeg(
                image,
                tree -> {
                    var restarts = new IIOMetadataNode("dri");
                    restarts.setAttribute("interval", String.valueOf(interval));
                    tree.getElementsByTagName("markerSequence").item(0).appendChild(restarts);
                });
    }

    private static byte[] jpeg(BufferedImage image, Consumer<IIOMetadataNode> change) {
        var writer = jdkWriter();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            var metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), param);
            String format = metadata.getNativeMetadataFormatName();
            var tree = (IIOMetadataNode) metadata.getAsTree(format);
            change.accept(tree);
            metadata.setFromTree(format, tree);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /// A CMYK JPEG as Photoshop writes it: Adobe's segment, and ink inverted.
    public static byte[] cmykJpeg(int width, int height, int c, int m, int y, int k) {
        var raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        int[] ink = {255 - c, 255 - m, 255 - y, 255 - k};
        for (int i = 0; i < width * height; i++) {
            raster.setPixel(i % width, i / width, ink);
        }
        var writer = jdkWriter();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        return withSegment(bytes.toByteArray(), 0xEE, adobe);
    }

    private static ImageWriter jdkWriter() {
        var writers =
                ImageIO.getImageWriters(ImageTypeSpecifier.createFromBufferedImageType(5), "jpeg");
        while (true) {
            var writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
    }

    public static BufferedImage read(byte[] image) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
            return read.getType() == BufferedImage.TYPE_BYTE_GRAY ? asWritten(read) : read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Java takes the values of a grey image for linear light, browsers take them as they are.
    private static BufferedImage asWritten(BufferedImage grey) {
        var rgb = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                rgb.setRGB(x, y, 0x010101 * grey.getRaster().getSample(x, y, 0));
            }
        }
        return rgb;
    }

    /// Puts a segment right behind the start of a JPEG.
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        return ByteBuffer.allocate(jpeg.length + 4 + payload.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static byte[] withProfile(byte[] jpeg, ICC_Profile profile) {
        byte[] data = profile.getData();
        return withSegment(
                jpeg,
                0xE2,
                join("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII), new byte[] {1, 1}, data));
    }

    /// Puts a chunk behind the IHDR of a PNG.
    public static byte[] withChunk(byte[] png, String name, byte[] content) {
        return join(
                Arrays.copyOf(png, 33),
                chunk(name, content),
                Arrays.copyOfRange(png, 33, png.length));
    }

    public static byte[] chunk(String name, byte[] content) {
        byte[] body = join(name.getBytes(StandardCharsets.US_ASCII), content);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(content.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /// A PNG that claims to be this large and has no pixels.
    public static byte[] pngClaiming(int width, int height) {
        byte[] ihdr =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", ihdr),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
