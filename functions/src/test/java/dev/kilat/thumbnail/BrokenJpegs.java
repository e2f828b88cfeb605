package dev.kilat.thumbnail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// JPEGs that end early, anywhere, or lie about their size.
final class BrokenJpegs {
    private static final int[] SIDES = {0, 1, 149, 151, 3000, 20_001, 65_535};

    private BrokenJpegs() {}

    static Stream<HostileImage> all() {
        byte[] baseline =
                Images.withSegment(
                        Images.jpeg(Images.scene(200, 150)),
                        0xE1,
                        ExifBytes.camera().orientation(6).app1());
        byte[] progressive = Images.progressiveJpeg(Images.scene(200, 150));
        return Stream.of(
                        cuts("a baseline JPEG", baseline),
                        cuts("a progressive JPEG", progressive),
                        lies("a baseline JPEG", baseline, 0xC0),
                        lies("a progressive JPEG", progressive, 0xC2))
                .flatMap(files -> files);
    }

    /// Before each segment, within its marker, its length and its content.
    private static Stream<HostileImage> cuts(String what, byte[] jpeg) {
        List<HostileImage> cuts = new ArrayList<>();
        for (int segment : segments(jpeg)) {
            int marker = jpeg[segment + 1] & 0xFF;
            int length = ByteBuffer.wrap(jpeg).getShort(segment + 2) & 0xFFFF;
            for (int at : IntStream.of(0, 1, 3, 2 + length / 2, 2 + length).distinct().toArray()) {
                cuts.add(
                        new HostileImage(
                                "%s that ends %d bytes into its %02X at %d"
                                        .formatted(what, at, marker, segment),
                                () -> Arrays.copyOf(jpeg, segment + at)));
            }
        }
        cuts.add(
                new HostileImage(
                        what + " without its end", () -> Arrays.copyOf(jpeg, jpeg.length - 2)));
        return cuts.stream();
    }

    private static Stream<HostileImage> lies(String what, byte[] jpeg, int frame) {
        int at =
                segments(jpeg).stream()
                        .filter(it -> (jpeg[it + 1] & 0xFF) == frame)
                        .findFirst()
                        .orElseThrow();
        return Arrays.stream(SIDES)
                .boxed()
                .flatMap(width ->
                        Arrays.stream(SIDES)
                                .mapToObj(height ->
                                        new HostileImage(
                                                "%s that claims %d x %d"
                                                        .formatted(what, width, height),
                                                () -> {
                                                    byte[] lie = jpeg.clone();
                                                    ByteBuffer.wrap(lie)
                                                            .putShort(at + 5, (short) height)
                                                            .putShort(at + 7, width.shortValue());
                                                    return lie;
                                                })));
    }

    /// Where each segment begins.
    private static List<Integer> segments(byte[] jpeg) {
        List<Integer> found = new ArrayList<>();
        int at = 2;
        while (at + 4 <= jpeg.length) {
            int marker = jpeg[at + 1] & 0xFF;
            boolean table = marker >= 0xC0 && marker < 0xD0;
            boolean other = marker > 0xD9 && marker < 0xFF;
            boolean segment = (jpeg[at] & 0xFF) == 0xFF && (table || other);
            if (segment) {
                found.add(at);
                at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
            } else {
                at++;
            }
        }
        return found;
    }
}
