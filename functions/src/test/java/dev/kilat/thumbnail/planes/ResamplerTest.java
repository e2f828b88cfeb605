package dev.kilat.thumbnail.planes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Samples are packed and weighed in few bits: nothing of it may be seen.
class ResamplerTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 205;
    private static final int EXACT = 24;

    private final Pool pool = new Pool();
    private final Resampler resampler = new Resampler(pool);

    @Test
    void a_plain_area_keeps_its_shade() {
        for (int shade : List.of(0, 1, 127, 200, 254, 255)) {
            byte[][] lines = new byte[HEIGHT][WIDTH];
            for (byte[] line : lines) {
                Arrays.fill(line, (byte) shade);
            }
            for (byte[] line : shrunk(lines, 190, 131)) {
                assertThat(line).containsOnly((byte) shade);
            }
        }
    }

    /// The most that positive and negative weights can make of samples.
    @Test
    void black_and_white_at_random_come_out_as_exact_numbers_would() {
        byte[][] lines = blackAndWhite();
        for (int width : List.of(299, 280, 192, 150, 75)) {
            int height = width * HEIGHT / WIDTH;
            double[][] exact = exactly(lines, width, height);
            byte[][] shrunk = shrunk(lines, width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    assertThat((double) (shrunk[y][x] & 0xFF))
                            .as("%d wide, at %d, %d", width, x, y)
                            .isCloseTo(exact[y][x], within(5.0));
                }
            }
        }
    }

    @Test
    void planes_that_are_consumed_come_out_like_those_that_are_kept() {
        byte[][] lines = blackAndWhite();
        for (int width : List.of(299, 192, 75)) {
            int height = width * HEIGHT / WIDTH;
            byte[][] kept = shrunk(lines, width, height);
            pool.startOver();
            assertThat(read(resampler.consume(planes(lines), width, height, 1)))
                    .isDeepEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void planes_that_are_consumed_stand_upright_as_if_they_were_turned_later(int orientation) {
        byte[][] lines = blackAndWhite();
        for (int width : List.of(WIDTH, 192)) {
            int height = width * HEIGHT / WIDTH;
            byte[][] later =
                    read(
                            new Turn(pool)
                                    .upright(
                                            resampler.shrink(planes(lines), width, height),
                                            orientation));
            assertThat(read(resampler.consume(planes(lines), width, height, orientation)))
                    .isDeepEqualTo(later);
        }
    }

    private static byte[][] blackAndWhite() {
        Random random = new Random(1);
        byte[][] lines = new byte[HEIGHT][WIDTH];
        for (byte[] line : lines) {
            for (int x = 0; x < WIDTH; x++) {
                line[x] = random.nextBoolean() ? (byte) 255 : 0;
            }
        }
        return lines;
    }

    private byte[][] shrunk(byte[][] lines, int width, int height) {
        pool.startOver();
        return read(resampler.shrink(planes(lines), width, height));
    }

    private Planes planes(byte[][] lines) {
        Plane plane = Plane.of(pool, WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            plane.write(y, lines[y]);
        }
        return new Planes(WIDTH, HEIGHT, 1, 1, List.of(plane));
    }

    private static byte[][] read(Planes planes) {
        byte[][] lines = new byte[planes.height()][planes.width()];
        for (int y = 0; y < lines.length; y++) {
            planes.brightness().read(y, lines[y]);
        }
        return lines;
    }

    /// In floating point, and cut to what a sample can be only between the two directions.
    private static double[][] exactly(byte[][] lines, int width, int height) {
        Weights down = Weights.of(HEIGHT, height, (double) HEIGHT / height, EXACT);
        Weights across = Weights.of(WIDTH, width, (double) WIDTH / width, EXACT);
        double[][] small = new double[height][width];
        for (int y = 0; y < height; y++) {
            double[] fewer = new double[WIDTH];
            for (int x = 0; x < WIDTH; x++) {
                int column = x;
                fewer[x] = weighed(down, y, at -> lines[at][column] & 0xFF);
            }
            for (int x = 0; x < width; x++) {
                small[y][x] = weighed(across, x, at -> fewer[at]);
            }
        }
        return small;
    }

    private static double weighed(Weights weights, int sample, IntToDoubleFunction of) {
        double sum = 0;
        for (int k = 0; k < weights.taps(); k++) {
            sum +=
                    weights.factors()[sample * weights.taps() + k]
                            * of.applyAsDouble(weights.first()[sample] + k);
        }
        return Math.clamp(sum / (1 << EXACT), 0, 255);
    }
}
