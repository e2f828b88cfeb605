package dev.kilat.local.demo.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Takes a photo of one of its scenes: a JPEG of about eleven megapixels and 2 to 6 MB, held in all
/// the ways that people hold a camera. The same seed and number give the same photo but for its
/// time.
public final class Camera {
    private static final List<Scene> SCENES =
            List.of(
                    new Sunset(),
                    new DanceFloor(),
                    new Bouquet(),
                    new StringLights(),
                    new Stage(),
                    new Balloons(),
                    new Lanterns(),
                    new CandleTable(),
                    new Fireworks());
    private static final double GRAIN = 8.5;
    private static final float QUALITY = 0.92f;
    private static final double LATITUDE = -8.8291;
    private static final double LONGITUDE = 115.0849;

    private final long seed;
    private final int longEdge;

    public Camera(long seed) {
        this(seed, 4000);
    }

    /// @param longEdge of its photos, in pixels
    Camera(long seed, int longEdge) {
        this.seed = seed;
        this.longEdge = longEdge;
    }

    /// The photo's bytes.
    ///
    /// @param number counts the photos; neighbours show different scenes
    public byte[] take(int number, OffsetDateTime now) {
        Random random = new Random(seed * 31 + number);
        random.nextInt();
        boolean portrait = random.nextInt(3) == 0;
        int edge = longEdge / 2;
        int other = edge * 2 / 3;
        Light light = portrait ? new Light(other, edge) : new Light(edge, other);
        SCENES.get(number % SCENES.size()).expose(light, random);
        Bloom.over(light, 0.18);
        int orientation =
                portrait ? (random.nextInt(3) == 0 ? 8 : 6) : (random.nextInt(5) == 0 ? 3 : 1);
        BufferedImage image = new Film(1, GRAIN, random).develop(light, orientation);
        byte[] exif =
                Exif.segment(
                        now, orientation, image.getWidth(), image.getHeight(), LATITUDE, LONGITUDE);
        return withSegment(jpeg(image), exif);
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_000_000);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// Right behind the two bytes that open the file, where EXIF wants to be.
    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        byte[] whole = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, whole, 0, 2);
        System.arraycopy(segment, 0, whole, 2, segment.length);
        System.arraycopy(jpeg, 2, whole, 2 + segment.length, jpeg.length - 2);
        return whole;
    }
}
