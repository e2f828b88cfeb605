package dev.kilat.thumbnail;

import static dev.kilat.thumbnail.RawJpeg.ARITHMETIC;
import static dev.kilat.thumbnail.RawJpeg.BASELINE;
import static dev.kilat.thumbnail.RawJpeg.LOSSLESS;
import static dev.kilat.thumbnail.RawJpeg.PROGRESSIVE;

import java.util.function.Supplier;
import java.util.stream.Stream;

/// JPEGs of few bytes that cost much: within our limits of size, so that only their way is stopped.
final class JpegBombs {
    private static final int SIDE = 10_000;
    private static final long BLOCKS = (long) (SIDE / 8) * (SIDE / 8);

    private JpegBombs() {}

    static Stream<HostileImage> all() {
        return Stream.of(
                bomb("a hundred megapixels of one shade", () -> plain(1)),
                bomb("a hundred megapixels of one colour", () -> plain(3)),
                bomb(
                        "a hundred megapixels without a pixel",
                        () -> start(BASELINE, 3).scan(1, 3, 0, 63).end()),
                bomb(
                        "a hundred megapixels of arithmetic coding",
                        () -> start(ARITHMETIC, 3).scan(1, 3, 0, 63).bytes(new byte[64]).end()),
                bomb(
                        "a hundred megapixels without loss",
                        () -> start(LOSSLESS, 3).scan(1, 3, 1, 0).bytes(new byte[64]).end()),
                bomb("a hundred scans of a hundred megapixels", () -> progressive(1, 100)),
                bomb("fifty scans of a hundred megapixels of ink", () -> progressive(4, 50)),
                bomb("three thousand scans", () -> progressive(1, 3_000)),
                bomb("three thousand scans that are not progressive", () -> interleaved(3_000)));
    }

    private static RawJpeg start(int kind, int components) {
        return new RawJpeg().frame(kind, 8, SIDE, SIDE, components);
    }

    private static byte[] plain(int components) {
        return start(BASELINE, components)
                .scan(1, components, 0, 63)
                .plainBlocks(BLOCKS * components)
                .end();
    }

    private static byte[] progressive(int components, int scans) {
        RawJpeg jpeg = start(PROGRESSIVE, components);
        for (int i = 0; i < scans; i++) {
            jpeg.scan(1 + i % components, 1, 1, 63).silentBlocks(BLOCKS);
        }
        return jpeg.end();
    }

    /// Of one component after the other, which have to be kept until the last one is there.
    private static byte[] interleaved(int scans) {
        RawJpeg jpeg = new RawJpeg().frame(BASELINE, 8, 4_000, 4_000, 3);
        for (int i = 0; i < scans; i++) {
            jpeg.scan(1 + i % 3, 1, 0, 63).bytes(new byte[8]);
        }
        return jpeg.end();
    }

    private static HostileImage bomb(String name, Supplier<byte[]> bytes) {
        return new HostileImage("a JPEG bomb: " + name, bytes);
    }
}
