package dev.kilat.thumbnail.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import com.sun.management.ThreadMXBean;
import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.photo.header.ImageType;
import dev.kilat.thumbnail.ExifBytes;
import dev.kilat.thumbnail.Images;
import dev.kilat.thumbnail.Webps;
import dev.kilat.thumbnail.download.DownloadCopy.Copying;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadCopyTest {
    private static final byte[] PLACE =
            ("<x:xmpmeta>" + ExifBytes.SECRET + "</x:xmpmeta>").getBytes(US_ASCII);
    private static final byte[] XMP =
            Images.join("http://ns.adobe.com/xap/1.0/\0".getBytes(US_ASCII), PLACE);
    private static final byte[] PLAIN = Images.jpeg(Images.scene(320, 200));

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void a_jpeg_keeps_its_look_and_loses_its_place(String order)
            throws IOException, ImageProcessingException, MetadataException {
        var byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] original = photo(PLAIN, ExifBytes.camera(byteOrder).orientation(6));
        assertThat(metadata(original).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation())
                .as("the original tells its place")
                .isNotNull();

        byte[] copy = copied(ImageType.JPEG, original);

        var found = metadata(copy);
        assertThat(found.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(found.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
        assertThat(found.getDirectoriesOfType(IptcDirectory.class)).isEmpty();
        assertThat(found.getDirectoriesOfType(IccDirectory.class)).hasSize(1);
        var main = found.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(main.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(main.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("Flash 1");
        var exif = found.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        assertThat(exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
                .isEqualTo("2025:06:07 18:09:10");
        assertThat(exif.getString(ExifSubIFDDirectory.TAG_LENS_MODEL)).isEqualTo("50mm f/1.8");
        assertThat(exif.hasErrors() || main.hasErrors()).isFalse();
        tellsNothing(copy);
        assertThat(ImageHeaders.read(copy)).isEqualTo(ImageHeaders.read(original));
    }

    @Test
    void a_jpegs_pixels_are_the_same_bytes() throws IOException {
        for (byte[] plain : List.of(PLAIN, Images.progressiveJpeg(Images.scene(320, 200)))) {
            byte[] original = photo(plain, ExifBytes.camera());
            byte[] copy = copied(ImageType.JPEG, original);
            // Behind SOI and the eighteen bytes of JFIF: tables, frame, scans, EOI.
            byte[] drawing = Arrays.copyOfRange(plain, 20, plain.length);
            byte[] end = Arrays.copyOfRange(copy, copy.length - drawing.length, copy.length);
            assertThat(end).isEqualTo(drawing);
            assertThat(pixels(Images.read(copy))).isEqualTo(pixels(Images.read(original)));
        }
    }

    @Test
    void what_phones_append_is_cut_off() throws IOException {
        byte[] film = photo(PLAIN, ExifBytes.camera());
        byte[] copy = copied(ImageType.JPEG, Images.join(PLAIN, film, new byte[5000]));
        assertThat(copy).isEqualTo(PLAIN);
    }

    @Test
    void a_preview_within_exif_does_not_end_the_picture() throws IOException {
        byte[] preview =
                Images.join("Exif\0\0".getBytes(US_ASCII), Images.jpeg(Images.quarters(8, 8)));
        assertThat(copied(ImageType.JPEG, Images.withSegment(PLAIN, 0xE1, preview)))
                .isEqualTo(PLAIN);
    }

    @Test
    void cmyk_keeps_what_says_that_its_ink_is_inverted() throws IOException {
        byte[] cmyk = Images.cmykJpeg(32, 32, 0, 255, 255, 0);
        assertThat(copied(ImageType.JPEG, cmyk)).isEqualTo(cmyk);
    }

    @Test
    void a_png_keeps_its_look_and_loses_its_place() throws IOException, ImageProcessingException {
        byte[] plain = Images.png(Images.scene(320, 200));
        byte[] original = Images.withChunk(plain, "eXIf", ExifBytes.camera().orientation(3).tiff());
        original = Images.withChunk(original, "iTXt", PLACE);
        original = Images.withChunk(original, "tEXt", PLACE);
        original = Images.withChunk(original, "zTXt", PLACE);
        original = Images.withChunk(original, "prVt", PLACE);
        original = Images.withChunk(original, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});

        byte[] copy = copied(ImageType.PNG, Images.join(original, PLACE));

        tellsNothing(copy);
        assertThat(metadata(copy).getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(new String(copy, ISO_8859_1)).contains("gAMA");
        assertThat(ImageHeaders.read(copy)).isEqualTo(ImageHeaders.read(original));
        assertThat(copy).endsWith(Arrays.copyOfRange(plain, 33, plain.length));
        assertThat(pixels(Images.read(copy))).isEqualTo(pixels(Images.read(plain)));
    }

    @Test
    void a_webp_keeps_its_look_and_loses_its_place() throws IOException, ImageProcessingException {
        byte[] original =
                Webps.extended(
                        0x0C,
                        64,
                        48,
                        Webps.chunk("EXIF", ExifBytes.camera().orientation(6).tiff()),
                        Webps.chunk("XMP ", PLACE),
                        Webps.chunk("prvt", PLACE));

        byte[] copy = copied(ImageType.WEBP, Images.join(original, PLACE));

        tellsNothing(copy);
        assertThat(copy).hasSameSizeAs(original);
        assertThat(copy[20]).as("flags: EXIF, no XMP").isEqualTo((byte) 0x08);
        assertThat(metadata(copy).getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(ImageHeaders.read(copy)).isEqualTo(ImageHeaders.read(original));
        assertThat(((Header.Image) ImageHeaders.read(copy)).orientation()).isEqualTo(6);
        assertThat(pixels(Images.read(copy))).isEqualTo(pixels(Images.read(Webps.LOSSY)));
        assertThat(copied(ImageType.WEBP, Webps.LOSSY)).isEqualTo(Webps.LOSSY);
        assertThat(copied(ImageType.WEBP, Webps.animated(64, 48)))
                .isEqualTo(Webps.animated(64, 48));
    }

    @Test
    void a_file_that_ends_early_is_unreadable() throws IOException {
        for (int length = 0; length < PLAIN.length; length += 97) {
            assertThat(copy(ImageType.JPEG, Arrays.copyOf(PLAIN, length)))
                    .isInstanceOf(Copying.Unreadable.class);
        }
        byte[] png = Images.png(Images.scene(32, 20));
        for (int length = 0; length < png.length; length++) {
            assertThat(copy(ImageType.PNG, Arrays.copyOf(png, length)))
                    .isInstanceOf(Copying.Unreadable.class);
        }
        for (int length = 0; length < Webps.LOSSY_ALPHA.length; length++) {
            assertThat(copy(ImageType.WEBP, Arrays.copyOf(Webps.LOSSY_ALPHA, length)))
                    .isInstanceOf(Copying.Unreadable.class);
        }
    }

    @Test
    void flipped_bits_never_throw() throws IOException {
        var random = new Random(5);
        var types = List.of(ImageType.JPEG, ImageType.PNG, ImageType.WEBP);
        byte[] original = photo(PLAIN, ExifBytes.camera().orientation(6));
        byte[] webp = Webps.extended(0x08, 64, 48, Webps.chunk("EXIF", ExifBytes.camera().tiff()));
        byte[] png =
                Images.withChunk(
                        Images.png(Images.quarters(9, 9)), "eXIf", ExifBytes.camera().tiff());
        for (int round = 0; round < 9_000; round++) {
            var type = types.get(round % 3);
            byte[] sample =
                    switch (type) {
                        case JPEG -> original.clone();
                        case PNG -> png.clone();
                        case WEBP -> webp.clone();
                    };
            for (int i = 0; i < 4; i++) {
                sample[random.nextInt(Math.min(sample.length, 1500))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            assertThat(copy(type, sample)).isNotNull();
        }
    }

    @Test
    void what_the_stream_throws_is_not_the_photos_fault() {
        var broken = new IOException("connection reset");
        var stream =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw broken;
                    }

                    @Override
                    public int read(byte[] into, int at, int length) throws IOException {
                        throw broken;
                    }
                };
        assertThatThrownBy(() ->
                        new DownloadCopy()
                                .copy(ImageType.JPEG, stream, OutputStream.nullOutputStream()))
                .isSameAs(broken);
    }

    @Test
    void a_hundred_megabytes_pass_through_little_memory() throws IOException {
        int scan = PLAIN.length - 2;
        var zeros =
                new InputStream() {
                    private long left = 100_000_000;

                    @Override
                    public int read() {
                        return left-- > 0 ? 0 : -1;
                    }

                    @Override
                    public int read(byte[] into, int at, int length) {
                        int part = (int) Math.min(length, left);
                        left -= part;
                        Arrays.fill(into, at, at + part, (byte) 0);
                        return part == 0 ? -1 : part;
                    }
                };
        var large =
                new SequenceInputStream(
                        new SequenceInputStream(new ByteArrayInputStream(PLAIN, 0, scan), zeros),
                        new ByteArrayInputStream(PLAIN, scan, 2));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(new DownloadCopy().copy(ImageType.JPEG, large, OutputStream.nullOutputStream()))
                .isEqualTo(new Copying.Copied());
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000_000);
    }

    /// As a phone writes it: place, serial numbers and free text in every corner.
    private static byte[] photo(byte[] plain, ExifBytes exif) {
        byte[] iptc = Images.join("Photoshop 3.0\0".getBytes(US_ASCII), PLACE);
        byte[] mpf = Images.join("MPF\0".getBytes(US_ASCII), PLACE);
        byte[] photo = Images.withProfile(plain, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        photo = Images.withSegment(photo, 0xFE, PLACE);
        photo = Images.withSegment(photo, 0xE2, mpf);
        photo = Images.withSegment(photo, 0xED, iptc);
        photo = Images.withSegment(photo, 0xE5, PLACE);
        photo = Images.withSegment(photo, 0xE1, XMP);
        return Images.withSegment(photo, 0xE1, exif.app1());
    }

    private static void tellsNothing(byte[] copy) {
        assertThat(new String(copy, ISO_8859_1)).doesNotContain(ExifBytes.SECRET);
    }

    private static byte[] copied(ImageType type, byte[] original) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(new DownloadCopy().copy(type, new ByteArrayInputStream(original), out))
                .isEqualTo(new Copying.Copied());
        return out.toByteArray();
    }

    private static Copying copy(ImageType type, byte[] original) throws IOException {
        return new DownloadCopy()
                .copy(type, new ByteArrayInputStream(original), OutputStream.nullOutputStream());
    }

    private static Metadata metadata(byte[] image) throws IOException, ImageProcessingException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(image));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
