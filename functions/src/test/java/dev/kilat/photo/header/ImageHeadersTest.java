package dev.kilat.photo.header;

import static dev.kilat.thumbnail.ExifBytes.exif;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.ExifBytes;
import dev.kilat.thumbnail.Images;
import dev.kilat.thumbnail.Webps;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeadersTest {
    private static final byte[] JPEG = Images.jpeg(Images.quarters(64, 48));
    private static final byte[] PNG = Images.png(Images.quarters(64, 48));

    @Test
    void the_type_and_size_are_told_by_the_bytes() {
        assertThat(ImageHeaders.read(JPEG)).isEqualTo(image(ImageType.JPEG, 64, 48));
        assertThat(ImageHeaders.read(Images.progressiveJpeg(Images.quarters(64, 48))))
                .isEqualTo(image(ImageType.JPEG, 64, 48));
        assertThat(ImageHeaders.read(PNG)).isEqualTo(image(ImageType.PNG, 64, 48));
        assertThat(ImageHeaders.read(Webps.LOSSY)).isEqualTo(image(ImageType.WEBP, 64, 48));
        assertThat(ImageHeaders.read(Webps.LOSSLESS_ALPHA))
                .isEqualTo(image(ImageType.WEBP, 64, 48));
        assertThat(ImageHeaders.read(Webps.LOSSY_ALPHA)).isEqualTo(image(ImageType.WEBP, 64, 48));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void width_and_height_are_as_displayed(int orientation) {
        var expected = orientation >= 5 ? new int[] {48, 64} : new int[] {64, 48};
        for (var type : ImageType.values()) {
            var exif = exif().orientation(orientation);
            byte[] bytes =
                    switch (type) {
                        case JPEG -> Images.withSegment(JPEG, 0xE1, exif.app1());
                        case PNG -> Images.withChunk(PNG, "eXIf", exif.tiff());
                        case WEBP -> Webps.extended(0x08, 64, 48, Webps.chunk("EXIF", exif.tiff()));
                    };
            assertThat(ImageHeaders.read(bytes))
                    .isEqualTo(new Header.Image(type, expected[0], expected[1], orientation, null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, -1})
    void an_orientation_that_does_not_exist_is_upright(int orientation) {
        assertThat(read(exif().orientation(orientation)).orientation()).isEqualTo(1);
    }

    @Test
    void both_byte_orders_are_read() {
        var little = exif(ByteOrder.LITTLE_ENDIAN).orientation(6).taken("2025:06:07 18:09:10", "");
        assertThat(read(little).orientation()).isEqualTo(6);
        assertThat(read(little).takenAt()).isEqualTo(Instant.parse("2025-06-07T18:09:10Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025:06:07 18:09:10, +07:00, 2025-06-07T11:09:10Z",
        "2025:06:07 18:09:10, -03:30, 2025-06-07T21:39:10Z",
        "2025:06:07 18:09:10, nowhere, 2025-06-07T18:09:10Z",
        "2025:06:07 18:09:10, '', 2025-06-07T18:09:10Z",
        "0000:00:00 00:00:00, '', ",
        "2025:02:30 10:00:00, '', ",
        "'    :  :     :  :  ', '', ",
        "yesterday, '', "
    })
    void the_moment_is_at_its_offset_or_else_utc(String moment, String offset, Instant expected) {
        assertThat(read(exif().taken(moment, offset)).takenAt()).isEqualTo(expected);
    }

    @Test
    void what_is_no_image_of_ours_is_called_by_its_name() {
        assertThat(why("GIF89a".getBytes(StandardCharsets.US_ASCII))).startsWith("a GIF;");
        assertThat(why(bytes("\0\0\0\u0018ftypheic"))).startsWith("a HEIC;");
        assertThat(why(bytes("\0\0\0\u0018ftypavif"))).startsWith("an AVIF");
        assertThat(why(bytes("II*\0\u0008\0\0\0"))).startsWith("a TIFF");
        assertThat(why(bytes("%PDF-1.7"))).startsWith("a PDF;");
        assertThat(why(new byte[0])).startsWith("not an image;");
        assertThat(why(bytes("RIFF\0\0\0\0WAVE"))).startsWith("not an image;");
        assertThat(why(bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
                .startsWith("not an image;");
    }

    @Test
    void too_many_pixels_or_too_long_a_side_is_too_large() {
        assertThat(ImageHeaders.read(Images.pngClaiming(30_000, 30_000)))
                .isInstanceOf(Header.TooLarge.class);
        assertThat(ImageHeaders.read(Images.pngClaiming(20_001, 1)))
                .isInstanceOf(Header.TooLarge.class);
        assertThat(ImageHeaders.read(Images.pngClaiming(10_001, 10_000)))
                .isInstanceOf(Header.TooLarge.class);
        assertThat(ImageHeaders.read(Images.pngClaiming(-1, -1)))
                .isInstanceOf(Header.TooLarge.class);
        assertThat(ImageHeaders.read(Images.pngClaiming(20_000, 5_000)))
                .isEqualTo(image(ImageType.PNG, 20_000, 5_000));
        assertThat(ImageHeaders.read(Images.pngClaiming(0, 5)))
                .isInstanceOf(Header.NotAnImage.class);
    }

    @Test
    void a_size_beyond_the_first_bytes_asks_for_more() {
        byte[] far = JPEG;
        for (int i = 0; i < 3; i++) {
            far = Images.withSegment(far, 0xE2, new byte[40_000]);
        }
        assertThat(ImageHeaders.read(Arrays.copyOf(far, ImageHeaders.FIRST)))
                .isInstanceOf(Header.NeedsMore.class);
        assertThat(ImageHeaders.readWhole(far)).isEqualTo(image(ImageType.JPEG, 64, 48));
        assertThat(ImageHeaders.readWhole(Arrays.copyOf(far, ImageHeaders.FIRST)))
                .isInstanceOf(Header.NotAnImage.class);
    }

    @Test
    void a_webp_whose_orientation_is_far_away_asks_for_more_and_is_then_taken_as_it_is() {
        byte[] far =
                Webps.extended(
                        0x08,
                        64,
                        48,
                        Webps.chunk("JUNK", new byte[70_000]),
                        Webps.chunk("EXIF", exif().orientation(6).app1()));
        byte[] start = Arrays.copyOf(far, ImageHeaders.FIRST);
        assertThat(ImageHeaders.read(start)).isInstanceOf(Header.NeedsMore.class);
        assertThat(ImageHeaders.readWhole(start)).isEqualTo(image(ImageType.WEBP, 64, 48));
        assertThat(ImageHeaders.readWhole(far))
                .isEqualTo(new Header.Image(ImageType.WEBP, 48, 64, 6, null));
    }

    @Test
    void a_webp_canvas_that_is_not_its_pictures_is_refused() {
        assertThat(ImageHeaders.read(Webps.extended(0, 64, 48)))
                .isEqualTo(image(ImageType.WEBP, 64, 48));
        assertThat(ImageHeaders.read(Webps.extended(0, 63, 48)))
                .isInstanceOf(Header.NotAnImage.class);
    }

    @Test
    void of_an_animation_the_first_frame_counts() {
        assertThat(ImageHeaders.read(Webps.animated(64, 48)))
                .isEqualTo(image(ImageType.WEBP, 64, 48));
        assertThat(ImageHeaders.read(Webps.animated(100, 90)))
                .isEqualTo(image(ImageType.WEBP, 64, 48));
    }

    @Test
    void a_preview_within_exif_is_not_taken_for_the_picture() {
        byte[] preview = Images.jpeg(Images.quarters(8, 8));
        assertThat(ImageHeaders.read(Images.withSegment(JPEG, 0xE1, preview)))
                .isEqualTo(image(ImageType.JPEG, 64, 48));
    }

    static Header.Image image(ImageType type, int width, int height) {
        return new Header.Image(type, width, height, 1, null);
    }

    private static Header.Image read(ExifBytes exif) {
        return (Header.Image) ImageHeaders.read(Images.withSegment(JPEG, 0xE1, exif.app1()));
    }

    private static String why(byte[] bytes) {
        return ((Header.NotAnImage) ImageHeaders.read(bytes)).why();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
