package dev.kilat.photo.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.ExifBytes;
import dev.kilat.thumbnail.Images;
import dev.kilat.thumbnail.Webps;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Whatever comes, an answer comes: no exception, no loop, no image beyond the limits.
class HostileHeadersTest {
    private static final byte[] JPEG =
            Images.withSegment(
                    Images.jpeg(Images.quarters(64, 48)),
                    0xE1,
                    ExifBytes.camera().orientation(6).app1());

    private static final List<byte[]> SAMPLES =
            List.of(
                    JPEG,
                    Images.withChunk(
                            Images.png(Images.quarters(64, 48)),
                            "eXIf",
                            ExifBytes.camera(ByteOrder.LITTLE_ENDIAN).tiff()),
                    Webps.LOSSY,
                    Webps.LOSSLESS_ALPHA,
                    Webps.LOSSY_ALPHA,
                    Webps.animated(64, 48),
                    Webps.extended(0x08, 64, 48, Webps.chunk("EXIF", ExifBytes.camera().tiff())));

    @Test
    void a_file_cut_anywhere_in_its_header_is_truncated_and_never_of_another_size() {
        for (byte[] sample : SAMPLES) {
            var whole = (Header.Image) ImageHeaders.read(sample);
            for (int length = 12; length < sample.length; length++) {
                var cut = ImageHeaders.read(Arrays.copyOf(sample, length));
                switch (cut) {
                    case Header.Image image ->
                            assertThat(image.storedWidth() * image.storedHeight())
                                    .isEqualTo(whole.width() * whole.height());
                    case Header.NotAnImage(var why) -> assertThat(why).startsWith("truncated");
                    case Header.TooLarge no -> Assertions.fail(no.why());
                    case Header.NeedsMore no -> Assertions.fail(no.why());
                }
            }
        }
    }

    @Test
    void flipped_bits_never_throw() {
        var random = new Random(20260101);
        for (int round = 0; round < 40_000; round++) {
            byte[] sample = SAMPLES.get(round % SAMPLES.size()).clone();
            int flips = 1 + random.nextInt(6);
            for (int i = 0; i < flips; i++) {
                int reach = Math.min(sample.length, random.nextBoolean() ? 64 : 700);
                sample[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            withinLimits(ImageHeaders.read(sample));
        }
    }

    @Test
    void noise_behind_a_right_beginning_never_throws() {
        var random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            byte[] sample = SAMPLES.get(round % SAMPLES.size());
            var noise = new byte[2_000];
            random.nextBytes(noise);
            int kept = Math.min(sample.length, 2 + random.nextInt(60));
            System.arraycopy(sample, 0, noise, 0, kept);
            withinLimits(ImageHeaders.read(noise));
        }
    }

    @Test
    void directories_that_point_at_themselves_end() {
        byte[] tiff = ExifBytes.exif().orientation(3).tiff();
        // The EXIF directory's pointer: the value of the second of three entries of twelve bytes.
        tiff[8 + 2 + 12 + 11] = 8;
        byte[] looped = Images.withChunk(Images.png(Images.quarters(64, 48)), "eXIf", tiff);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThat(((Header.Image) ImageHeaders.read(looped)).orientation())
                                .isEqualTo(3));
    }

    @Test
    void a_jpeg_of_a_kind_that_takes_much_memory_is_refused() {
        for (int kind = 0xC0; kind <= 0xCF; kind++) {
            byte[] frame = {
                (byte) 0xFF,
                (byte) 0xD8,
                (byte) 0xFF,
                (byte) kind,
                0,
                11,
                8,
                0,
                48,
                0,
                64,
                1,
                1,
                1,
                0
            };
            boolean taken = List.of(0xC0, 0xC1, 0xC2, 0xC9, 0xCA).contains(kind);
            assertThat(ImageHeaders.read(frame) instanceof Header.Image)
                    .as("%02X", kind)
                    .isEqualTo(taken);
        }
    }

    @Test
    void a_webp_that_is_in_memory_as_a_whole_is_taken_up_to_32_megapixels() {
        assertThat(ImageHeaders.read(Webps.oneShade(8_000, 4_000)))
                .isInstanceOf(Header.Image.class);
        assertThat(ImageHeaders.read(Webps.oneShade(8_000, 4_001)))
                .isInstanceOf(Header.TooLarge.class);
        assertThat(ImageHeaders.read(Webps.transparent(5_000))).isInstanceOf(Header.Image.class);
        assertThat(ImageHeaders.read(Webps.transparent(6_000))).isInstanceOf(Header.TooLarge.class);
    }

    @Test
    void a_header_longer_than_what_is_read_of_it_is_not_called_truncated() {
        byte[] jpeg = JPEG;
        for (int i = 0; i < 20; i++) {
            jpeg = Images.withSegment(jpeg, 0xE2, new byte[60_000]);
        }
        byte[] start = Arrays.copyOf(jpeg, ImageHeaders.FIRST + ImageHeaders.MORE);
        assertThat(ImageHeaders.readWhole(start))
                .isEqualTo(new Header.NotAnImage("its header is longer than a megabyte"));
    }

    @Test
    void seven_megabytes_of_garbage_are_not_an_image() {
        var garbage = new byte[7_000_000];
        new Random(1).nextBytes(garbage);
        assertThat(ImageHeaders.readWhole(garbage)).isInstanceOf(Header.NotAnImage.class);
        garbage[0] = (byte) 0xFF;
        garbage[1] = (byte) 0xD8;
        garbage[2] = (byte) 0xFF;
        withinLimits(ImageHeaders.readWhole(garbage));
    }

    private static void withinLimits(Header header) {
        if (header instanceof Header.Image image) {
            assertThat(image.width()).isBetween(1, ImageHeaders.MAX_SIDE);
            assertThat(image.height()).isBetween(1, ImageHeaders.MAX_SIDE);
            assertThat((long) image.width() * image.height())
                    .isLessThanOrEqualTo(ImageHeaders.MAX_PIXELS);
        }
    }
}
