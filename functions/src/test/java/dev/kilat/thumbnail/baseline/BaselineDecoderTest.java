package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.thumbnail.Images;
import dev.kilat.thumbnail.planes.Plane;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What libjpeg-turbo decodes whole is what every scale is held to, block by block.
class BaselineDecoderTest {
    private static final int WIDTH = 805;
    private static final int HEIGHT = 613;
    private static final int ADOBE_RGB = 0;

    /// In shades, of a mean: the library rounds and cuts what it shows, and we do so once more.
    private static final double ALIKE = 0.8;

    private final BaselineDecoder decoder = new BaselineDecoder(new Pool());

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2", "4, 1"})
    void each_scale_shows_the_picture_at_whatever_resolution_its_colour_is_kept(
            int across, int down) {
        for (BufferedImage picture : List.of(Images.scene(WIDTH, HEIGHT), Images.scene(97, 640))) {
            byte[] jpeg = Images.sampledJpeg(picture, across, down);
            for (int eighths = 1; eighths <= BlockRow.MOST; eighths++) {
                isLike(jpeg, picture, eighths);
            }
        }
    }

    @Test
    void grey_has_no_colour() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        picture.createGraphics().drawImage(Images.scene(WIDTH, HEIGHT), 0, 0, null);
        for (int eighths = 1; eighths <= BlockRow.MOST; eighths++) {
            assertThat(isLike(Images.jpeg(picture), picture, eighths).isGrey()).isTrue();
        }
    }

    /// Its codes are of all lengths, and some are longer than what is looked up at once.
    @Test
    void noise_of_any_quality_is_read_to_its_last_block() {
        for (float quality : new float[] {0.1f, 0.5f, 0.9f, 1}) {
            byte[] jpeg = Images.jpeg(noise(), quality);
            for (int eighths = 1; eighths <= BlockRow.MOST; eighths++) {
                isLike(jpeg, noise(), eighths);
            }
        }
    }

    @Test
    void it_does_not_matter_where_a_file_is_cut_into_what_is_read_at_once() {
        byte[] jpeg = Images.jpeg(noise(), 1);
        byte[][] expected = samples(decoded(jpeg, 3).orElseThrow());
        for (int shift = 0; shift < 24; shift++) {
            byte[] shifted = Images.withSegment(jpeg, 0xFE, new byte[shift]);
            assertThat(samples(decoded(shifted, 3).orElseThrow())).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 1000, 65_535})
    void codes_that_begin_anew_now_and_then_show_the_same_picture(int interval) {
        BufferedImage scene = Images.scene(WIDTH, HEIGHT);
        byte[] jpeg = Images.restartingJpeg(scene, interval);
        assertThat(samples(decoded(jpeg, 4).orElseThrow()))
                .isDeepEqualTo(samples(decoded(Images.sampledJpeg(scene, 2, 2), 4).orElseThrow()));
    }

    @Test
    void a_restart_that_is_missing_or_is_not_the_next_one_is_left_to_others() {
        byte[] jpeg = Images.restartingJpeg(Images.scene(WIDTH, HEIGHT), 100);
        int restart = 0;
        while ((jpeg[restart] & 0xFF) != 0xFF || (jpeg[restart + 1] & 0xFF) != 0xD3) {
            restart++;
        }
        byte[] other = jpeg.clone();
        other[restart + 1] = (byte) 0xD4;
        assertThat(decoded(other, 4)).isEmpty();
        byte[] missing =
                Images.join(
                        Arrays.copyOf(jpeg, restart),
                        Arrays.copyOfRange(jpeg, restart + 2, jpeg.length));
        assertThat(decoded(missing, 4)).isEmpty();
    }

    @Test
    void what_is_unusual_is_left_to_others() {
        BufferedImage scene = Images.scene(WIDTH, HEIGHT);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, ADOBE_RGB};
        assertThat(decoded(Images.progressiveJpeg(scene), 4)).isEmpty();
        assertThat(decoded(Images.sampledJpeg(scene, 3, 1), 4)).isEmpty();
        assertThat(decoded(Images.sampledJpeg(scene, 4, 2), 4)).isEmpty();
        assertThat(decoded(Images.cmykJpeg(WIDTH, HEIGHT, 1, 2, 3, 4), 4)).isEmpty();
        assertThat(decoded(Images.withSegment(Images.jpeg(scene), 0xEE, adobe), 4)).isEmpty();
        adobe[11] = 1;
        assertThat(decoded(Images.withSegment(Images.jpeg(scene), 0xEE, adobe), 4)).isPresent();
    }

    @Test
    void what_is_needed_at_more_than_half_its_size_is_left_to_others() {
        byte[] jpeg = Images.jpeg(Images.scene(WIDTH, HEIGHT));
        assertThat(decode(jpeg, WIDTH, HEIGHT, WIDTH / 2)).isPresent();
        assertThat(decode(jpeg, WIDTH, HEIGHT, WIDTH / 2 + 2)).isEmpty();
    }

    @Test
    void a_file_whose_parts_disagree_about_its_size_is_left_to_others() {
        byte[] jpeg = Images.jpeg(Images.scene(WIDTH, HEIGHT));
        assertThat(decode(jpeg, WIDTH + 1, HEIGHT, 100)).isEmpty();
        assertThat(decode(jpeg, WIDTH, HEIGHT - 1, 100)).isEmpty();
    }

    @Test
    void a_file_that_ends_early_is_left_to_others_wherever_it_ends() {
        for (byte[] whole :
                List.of(
                        Images.jpeg(Images.scene(WIDTH, HEIGHT)),
                        Images.restartingJpeg(Images.scene(WIDTH, HEIGHT), 9))) {
            assertThat(decoded(whole, 4)).isPresent();
            for (int part = 0; part < 200; part++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 200);
                assertThat(decoded(cut, 4)).isEmpty();
                assertThat(decoded(Images.join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9}), 4))
                        .isEmpty();
            }
            assertThat(decoded(Arrays.copyOf(whole, whole.length - 1), 4)).isEmpty();
        }
    }

    @Test
    void flipped_bits_give_planes_of_the_right_size_or_none() {
        var random = new Random(5);
        byte[] jpeg = Images.restartingJpeg(Images.scene(320, 200), 11);
        int taken = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] flipped = jpeg.clone();
            for (int i = 0; i <= round % 4; i++) {
                flipped[2 + random.nextInt(jpeg.length - 2)] ^= (byte) (1 << random.nextInt(8));
            }
            Optional<Planes> planes = decode(flipped, 320, 200, 160);
            planes.ifPresent(
                    it -> assertThat(List.of(it.width(), it.height())).containsExactly(160, 100));
            taken += planes.isPresent() ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 2999);
    }

    private Planes isLike(byte[] jpeg, BufferedImage picture, int eighths) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Planes planes =
                decode(jpeg, width, height, Math.max(width, height) * eighths / 8).orElseThrow();
        var whole =
                TurboJpeg.find()
                        .orElseThrow()
                        .decoder(new Pool())
                        .decode(MemorySegment.ofArray(jpeg), width, height, Integer.MAX_VALUE / 8);
        Planes expected = ((Decoded.Picture) whole).planes();
        assertThat(List.of(planes.width(), planes.height()))
                .containsExactly(
                        Math.ceilDiv(width * eighths, 8), Math.ceilDiv(height * eighths, 8));
        assertThat(List.of(planes.across(), planes.down()))
                .containsExactly(expected.across(), expected.down());
        assertThat(planes.planes()).hasSameSizeAs(expected.planes());
        for (int i = 0; i < planes.planes().size(); i++) {
            Plane plane = planes.planes().get(i);
            assertThat(List.of(plane.width(), plane.height()))
                    .containsExactly(
                            Math.ceilDiv(planes.width(), i == 0 ? 1 : planes.across()),
                            Math.ceilDiv(planes.height(), i == 0 ? 1 : planes.down()));
            isLike(plane, expected.planes().get(i), eighths);
        }
        return planes;
    }

    /// Of the blocks at the edge the library shows but a part.
    private static void isLike(Plane plane, Plane whole, int edge) {
        List<byte[]> lines = lines(plane);
        List<byte[]> wholeLines = lines(whole);
        double sum = 0;
        int blocks = 0;
        for (int top = 0; top + 8 <= whole.height(); top += 8) {
            for (int left = 0; left + 8 <= whole.width(); left += 8) {
                double[][] exact = ExactBlocks.reduced(block(wholeLines, left, top, 8), edge);
                double[][] block = block(lines, left / 8 * edge, top / 8 * edge, edge);
                sum += difference(block, exact);
                blocks++;
            }
        }
        assertThat(sum / blocks).isLessThan(ALIKE);
    }

    private static double[][] block(List<byte[]> lines, int left, int top, int edge) {
        double[][] block = new double[edge][edge];
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                block[y][x] = lines.get(top + y)[left + x] & 0xFF;
            }
        }
        return block;
    }

    private static double difference(double[][] one, double[][] other) {
        double sum = 0;
        for (int y = 0; y < one.length; y++) {
            for (int x = 0; x < one.length; x++) {
                sum += Math.abs(one[y][x] - other[y][x]);
            }
        }
        return sum / one.length / one.length;
    }

    private Optional<Planes> decoded(byte[] jpeg, int eighths) {
        return decode(jpeg, WIDTH, HEIGHT, WIDTH * eighths / 8);
    }

    private Optional<Planes> decode(byte[] jpeg, int width, int height, int longEdge) {
        return decoder.decode(MemorySegment.ofArray(jpeg), width, height, longEdge);
    }

    private static byte[][] samples(Planes planes) {
        return planes.planes().stream()
                .flatMap(plane -> lines(plane).stream())
                .toArray(byte[][]::new);
    }

    private static List<byte[]> lines(Plane plane) {
        List<byte[]> lines = new ArrayList<>();
        for (int y = 0; y < plane.height(); y++) {
            byte[] line = new byte[plane.width()];
            plane.read(y, line);
            lines.add(line);
        }
        return lines;
    }

    private static BufferedImage noise() {
        var random = new Random(3);
        var noise = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            noise.setRGB(i % WIDTH, i / WIDTH, random.nextInt());
        }
        return noise;
    }
}
