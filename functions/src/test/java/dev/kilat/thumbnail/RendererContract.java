package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [Renderer] must do.
abstract class RendererContract {
    /// Half of the way between neighbouring shades: what JPEG may change in a plain area.
    private static final int SHADES = 6;

    abstract Renderer renderer();

    @ParameterizedTest
    @CsvSource({
        "3000, 2000, 1920, 1280, 1080, 720, 400, 267",
        "2000, 3000, 1280, 1920, 720, 1080, 267, 400",
        "1500, 1000, 1500, 1000, 1080, 720, 400, 267",
        "1080, 1080, 1080, 1080, 1080, 1080, 400, 400",
        "399, 300, 399, 300, 399, 300, 399, 300",
        "4000, 3, 1920, 1, 1080, 1, 400, 1",
        "1, 1, 1, 1, 1, 1, 1, 1"
    })
    void three_sizes_fit_their_long_edge_and_never_grow(
            int w,
            int h,
            int largeW,
            int largeH,
            int mediumW,
            int mediumH,
            int smallW,
            int smallH) {
        var made = rendered(Images.jpeg(Images.quarters(w, h))).thumbnails();
        hasSize(made.large(), largeW, largeH);
        hasSize(made.medium(), mediumW, mediumH);
        hasSize(made.small(), smallW, smallH);
    }

    @Test
    void each_size_is_told_as_soon_as_it_exists_smallest_first() {
        var told = new ArrayList<Size>();
        var renditions = new ArrayList<Rendition>();
        var rendering =
                renderer()
                        .render(
                                MemorySegment.ofArray(Images.jpeg(Images.scene(1200, 800))),
                                (size, rendition) -> {
                                    told.add(size);
                                    renditions.add(rendition);
                                });
        var made = ((Rendering.Rendered) rendering).thumbnails();
        assertThat(told).containsExactly(Size.SMALL, Size.MEDIUM, Size.LARGE);
        assertThat(renditions).containsExactly(made.small(), made.medium(), made.large());
    }

    @Test
    void an_original_outside_of_the_heap_is_drawn_as_one_within_it() {
        byte[] jpeg = Images.jpeg(Images.scene(1200, 800));
        var within = rendered(jpeg).thumbnails();
        try (Arena arena = Arena.ofConfined()) {
            var outside =
                    renderer()
                            .render(
                                    arena.allocate(jpeg.length)
                                            .copyFrom(MemorySegment.ofArray(jpeg)),
                                    (size, rendition) ->
                                            assertThat(rendition.jpeg())
                                                    .isEqualTo(within.of(size).jpeg()));
            assertThat(outside).isInstanceOf(Rendering.Rendered.class);
        }
    }

    @Test
    void what_the_sink_throws_is_the_callers_and_not_the_photos_fault() {
        var lost = new IllegalStateException("storage is gone");
        assertThatThrownBy(() ->
                        renderer()
                                .render(
                                        MemorySegment.ofArray(Images.jpeg(Images.quarters(64, 48))),
                                        (size, rendition) -> {
                                            throw lost;
                                        }))
                .isSameAs(lost);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void all_orientations_stand_upright_pixel_for_pixel(int orientation) {
        // Stored as the inverse turn of an upright image, by plain coordinates.
        var upright = Images.quarters(97, 61);
        var stored = Turns.stored(upright, orientation);
        byte[] png =
                Images.withChunk(
                        Images.png(stored),
                        "eXIf",
                        ExifBytes.exif().orientation(orientation).tiff());
        var rendered = rendered(png);
        assertThat(rendered.width()).isEqualTo(97);
        assertThat(rendered.height()).isEqualTo(61);
        var drawn = Images.read(rendered.thumbnails().large().jpeg());
        var reference = Images.read(rendered(Images.png(upright)).thumbnails().large().jpeg());
        assertThat(pixels(drawn)).isEqualTo(pixels(reference));
        showsQuarters(drawn);
    }

    @ParameterizedTest
    @CsvSource({"2000, 3001", "2668, 4003", "3601, 5402"})
    void a_large_photo_on_its_side_is_turned_and_fitted(int width, int height) {
        byte[] jpeg =
                Images.withSegment(
                        Images.jpeg(Turns.stored(Images.quarters(width, height), 6)),
                        0xE1,
                        ExifBytes.exif().orientation(6).app1());
        var rendered = rendered(jpeg);
        assertThat(rendered.width()).isEqualTo(width);
        assertThat(rendered.height()).isEqualTo(height);
        hasSize(rendered.thumbnails().large(), 1280, 1920);
        for (Size size : Size.values()) {
            showsQuarters(Images.read(rendered.thumbnails().of(size).jpeg()));
        }
    }

    @Test
    void nothing_of_the_originals_metadata_is_in_a_thumbnail()
            throws IOException, ImageProcessingException {
        byte[] jpeg = Images.jpeg(Images.scene(800, 600));
        jpeg = Images.withProfile(jpeg, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        jpeg = Images.withSegment(jpeg, 0xFE, "a comment".getBytes(US_ASCII));
        jpeg = Images.withSegment(jpeg, 0xE1, ExifBytes.camera().app1());
        var made = rendered(jpeg).thumbnails();
        for (Size size : Size.values()) {
            byte[] thumbnail = made.of(size).jpeg();
            Metadata found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(thumbnail));
            assertThat(found.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
            assertThat(found.getDirectoriesOfType(IccDirectory.class)).isEmpty();
            assertThat(found.getDirectoriesOfType(XmpDirectory.class)).isEmpty();
            assertThat(found.getDirectoriesOfType(IptcDirectory.class)).isEmpty();
            assertThat(new String(thumbnail, ISO_8859_1))
                    .doesNotContain(ExifBytes.SECRET)
                    .doesNotContain("a comment");
        }
    }

    @Test
    void the_embedded_profile_decides_what_the_colours_mean() {
        // 55/255 of the light is what sRGB writes as 128.
        byte[] linear =
                Images.withProfile(
                        Images.jpeg(Images.plain(64, 64, new Color(55, 55, 55))),
                        ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        isAbout(centre(linear), new Color(128, 128, 128));
        byte[] srgb =
                Images.withProfile(
                        Images.jpeg(Images.plain(64, 64, new Color(200, 100, 50))),
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        isAbout(centre(srgb), new Color(200, 100, 50));
    }

    @Test
    void a_profile_that_is_none_is_ignored() {
        byte[] icc =
                Images.join("ICC_PROFILE\0".getBytes(US_ASCII), new byte[] {1, 1}, new byte[300]);
        byte[] jpeg =
                Images.withSegment(
                        Images.jpeg(Images.plain(64, 64, new Color(200, 100, 50))), 0xE2, icc);
        isAbout(centre(jpeg), new Color(200, 100, 50));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2", "4, 1", "4, 2", "3, 1"})
    void colour_is_drawn_at_whatever_resolution_it_is_kept(int across, int down) {
        showsQuarters(large(Images.sampledJpeg(Images.quarters(640, 480), across, down)));
        showsQuarters(large(Images.sampledJpeg(Images.quarters(97, 61), across, down)));
    }

    @Test
    void cmyk_becomes_the_colour_that_is_meant() {
        isAbout(centre(Images.cmykJpeg(64, 64, 0, 0, 0, 0)), Color.WHITE);
        isAbout(centre(Images.cmykJpeg(64, 64, 0, 0, 0, 255)), Color.BLACK, 48);
        var red = new Color(centre(Images.cmykJpeg(64, 64, 0, 255, 255, 0)));
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(red.getGreen()).isLessThan(80);
        assertThat(red.getBlue()).isLessThan(80);
    }

    @Test
    void grey_stays_as_bright_as_it_is() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            var grey = new BufferedImage(64, 64, type);
            int value = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
            for (int i = 0; i < 64 * 64; i++) {
                grey.getRaster().setSample(i % 64, i / 64, 0, value);
            }
            isAbout(centre(Images.png(grey)), new Color(100, 100, 100));
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                isAbout(centre(Images.jpeg(grey)), new Color(100, 100, 100));
            }
        }
    }

    @Test
    void sixteen_bits_a_channel_are_read() {
        isAbout(centre(Pngs.sixteenBits(64, 64, 200, 100, 50, 255)), new Color(200, 100, 50));
        isAbout(centre(Pngs.sixteenBits(64, 64, 200, 100, 50, 0)), Color.WHITE);
    }

    @Test
    void what_is_transparent_is_white() {
        isAbout(centre(Pngs.translucent(64, 64, new Color(0, 0, 0, 0))), Color.WHITE);
        isAbout(
                centre(Pngs.translucent(64, 64, new Color(0, 0, 0, 128))),
                new Color(127, 127, 127));
        isAbout(
                centre(Pngs.translucent(64, 64, new Color(9, 90, 200, 255))),
                new Color(9, 90, 200));
        isAbout(centre(Pngs.palette(64, 64, new Color(200, 100, 50))), new Color(200, 100, 50));
        isAbout(centre(Pngs.palette(64, 64, new Color(0, 0, 0, 0))), Color.WHITE);
    }

    @Test
    void webp_is_drawn_lossy_lossless_transparent_and_moving() {
        showsQuarters(large(Webps.LOSSY));
        showsQuarters(large(Webps.animated(64, 48)));
        for (byte[] transparent : List.of(Webps.LOSSLESS_ALPHA, Webps.LOSSY_ALPHA)) {
            var drawn = large(transparent);
            isAbout(drawn.getRGB(16, 12), Images.QUARTERS.get(0));
            isAbout(drawn.getRGB(48, 12), Images.QUARTERS.get(1));
            isAbout(drawn.getRGB(16, 36), Images.QUARTERS.get(2));
            isAbout(drawn.getRGB(48, 36), Color.WHITE);
        }
        byte[] turned =
                Webps.extended(
                        0x08, 64, 48, Webps.chunk("EXIF", ExifBytes.exif().orientation(3).tiff()));
        isAbout(large(turned).getRGB(16, 12), Images.QUARTERS.get(3));
    }

    @Test
    void a_jpeg_that_ends_early_is_unreadable_wherever_it_ends() {
        for (byte[] whole :
                List.of(
                        Images.jpeg(Images.scene(640, 480)),
                        Images.progressiveJpeg(Images.scene(640, 480)))) {
            for (int part = 1; part < 20; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
                assertThat(why(cut)).startsWith("truncated");
            }
            assertThat(why(Arrays.copyOf(whole, whole.length - 2))).startsWith("truncated");
            byte[] closed = Arrays.copyOf(whole, whole.length / 2);
            closed[closed.length - 2] = (byte) 0xFF;
            closed[closed.length - 1] = (byte) 0xD9;
            assertThat(why(closed)).startsWith("truncated");
        }
        rendered(Images.jpeg(Images.scene(640, 480)));
    }

    @Test
    void a_png_or_webp_that_ends_early_is_unreadable() {
        for (byte[] whole :
                List.of(Images.png(Images.scene(320, 240)), Webps.LOSSY, Webps.LOSSY_ALPHA)) {
            for (int part = 4; part < 20; part++) {
                assertThat(why(Arrays.copyOf(whole, whole.length * part / 20)))
                        .containsPattern("truncated|ends");
            }
        }
        byte[] png = Images.png(Images.scene(320, 240));
        byte[] gutted =
                Images.join(
                        Arrays.copyOf(png, 33),
                        Images.chunk("IDAT", Arrays.copyOfRange(png, 41, 900)),
                        Images.chunk("IEND", new byte[0]));
        assertThat(renderer().render(gutted)).isInstanceOf(Rendering.Unreadable.class);
    }

    @Test
    void what_phones_append_to_a_jpeg_does_not_matter() {
        byte[] appended =
                Images.join(
                        Images.jpeg(Images.quarters(64, 48)),
                        Images.jpeg(Images.plain(300, 300, Color.BLACK)),
                        new byte[1000]);
        showsQuarters(large(appended));
    }

    @Test
    void seven_megabytes_of_garbage_named_jpg_are_not_an_image() {
        var garbage = new byte[7_000_000];
        new Random(3).nextBytes(garbage);
        assertThat(why(garbage)).startsWith("not an image");
    }

    @Test
    void a_huge_image_is_refused_before_its_decoding() {
        assertThat(why(Images.pngClaiming(30_000, 30_000))).contains("30000 x 30000");
    }

    @Test
    void a_few_bytes_that_claim_a_hundred_megapixels_are_given_up_at_once() {
        byte[] lossless = Webps.LOSSLESS_ALPHA.clone();
        // Fourteen bits of width less one, and of height: 10,000 x 10,000.
        little(lossless).putInt(21, 9_999 | 9_999 << 14 | 1 << 28);
        byte[] lossy = Webps.LOSSY.clone();
        little(lossy).putShort(26, (short) 10_000).putShort(28, (short) 10_000);
        for (byte[] claim : List.of(lossless, lossy, Images.pngClaiming(20_000, 5_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> why(claim));
        }
    }

    @Test
    void flipped_bits_give_a_picture_or_a_reason() {
        var random = new Random(99);
        var samples =
                List.of(
                        Images.jpeg(Images.scene(96, 64)),
                        Images.progressiveJpeg(Images.scene(96, 64)),
                        Images.cmykJpeg(32, 32, 0, 200, 10, 0),
                        Images.png(Images.scene(96, 64)),
                        Webps.LOSSY,
                        Webps.LOSSLESS_ALPHA,
                        Webps.LOSSY_ALPHA,
                        Webps.animated(64, 48));
        for (int round = 0; round < 800; round++) {
            byte[] sample = samples.get(round % samples.size()).clone();
            for (int i = 0; i <= round % 5; i++) {
                sample[12 + random.nextInt(sample.length - 12)] ^= (byte) (1 << random.nextInt(8));
            }
            switch (renderer().render(sample)) {
                case Rendering.Rendered made ->
                        assertThat(made.thumbnails().small().jpeg()).isNotEmpty();
                case Rendering.Unreadable(var why) -> assertThat(why).isNotBlank();
            }
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Rendering.Rendered rendered(byte[] original) {
        var rendering = renderer().render(original);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        return (Rendering.Rendered) rendering;
    }

    private String why(byte[] original) {
        var rendering = renderer().render(original);
        assertThat(rendering).isInstanceOf(Rendering.Unreadable.class);
        return ((Rendering.Unreadable) rendering).why();
    }

    private BufferedImage large(byte[] original) {
        return Images.read(rendered(original).thumbnails().large().jpeg());
    }

    private int centre(byte[] original) {
        return large(original).getRGB(32, 32);
    }

    private static void hasSize(Rendition rendition, int width, int height) {
        assertThat(rendition.width()).isEqualTo(width);
        assertThat(rendition.height()).isEqualTo(height);
        var drawn = Images.read(rendition.jpeg());
        assertThat(drawn.getWidth()).isEqualTo(width);
        assertThat(drawn.getHeight()).isEqualTo(height);
    }

    private static void showsQuarters(BufferedImage drawn) {
        int w = drawn.getWidth();
        int h = drawn.getHeight();
        isAbout(drawn.getRGB(w / 4, h / 4), Images.QUARTERS.get(0));
        isAbout(drawn.getRGB(w * 3 / 4, h / 4), Images.QUARTERS.get(1));
        isAbout(drawn.getRGB(w / 4, h * 3 / 4), Images.QUARTERS.get(2));
        isAbout(drawn.getRGB(w * 3 / 4, h * 3 / 4), Images.QUARTERS.get(3));
    }

    private static void isAbout(int rgb, Color colour) {
        isAbout(rgb, colour, SHADES);
    }

    private static void isAbout(int rgb, Color colour, int shades) {
        var drawn = new Color(rgb);
        assertThat(
                        Math.max(
                                Math.abs(drawn.getRed() - colour.getRed()),
                                Math.max(
                                        Math.abs(drawn.getGreen() - colour.getGreen()),
                                        Math.abs(drawn.getBlue() - colour.getBlue()))))
                .as("%s instead of %s", drawn, colour)
                .isLessThanOrEqualTo(shades);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
