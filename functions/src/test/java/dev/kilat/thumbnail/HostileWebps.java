package dev.kilat.thumbnail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class HostileWebps {
    private HostileWebps() {}

    static Stream<HostileImage> all() {
        return Stream.of(cuts(), sizes(), bombs(), chunks()).flatMap(files -> files);
    }

    private static Stream<HostileImage> cuts() {
        return Map.of(
                        "lossy",
                        Webps.LOSSY,
                        "lossless",
                        Webps.LOSSLESS_ALPHA,
                        "see-through",
                        Webps.LOSSY_ALPHA)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(webp ->
                        IntStream.iterate(12, at -> at < webp.getValue().length, at -> at + 11)
                                .mapToObj(length ->
                                        file(
                                                "%s, that ends at %d"
                                                        .formatted(webp.getKey(), length),
                                                () -> Arrays.copyOf(webp.getValue(), length))));
    }

    private static Stream<HostileImage> sizes() {
        return Stream.of(
                file(
                        "whose canvas is larger than its picture",
                        () -> Webps.extended(0, 9_000, 9_000)),
                file(
                        "whose canvas is 16 million a side",
                        () -> Webps.extended(0, 1 << 24, 1 << 24)),
                file("of 0 x 0", () -> sized(Webps.LOSSY.clone(), 0, 0)),
                file("of 16383 x 16383", () -> sized(Webps.LOSSY.clone(), 16_383, 16_383)),
                file("of 1 x 16383", () -> sized(Webps.LOSSY.clone(), 1, 16_383)),
                file(
                        "that says to be longer than it is",
                        () -> little(Webps.LOSSY.clone()).putInt(4, Integer.MAX_VALUE).array()),
                file(
                        "that says to have no length",
                        () -> little(Webps.LOSSY.clone()).putInt(4, 0).array()),
                file(
                        "whose picture is four billion bytes",
                        () -> little(Webps.LOSSY.clone()).putInt(16, -1).array()));
    }

    private static Stream<HostileImage> bombs() {
        return Stream.of(
                file("bomb without loss", () -> Webps.oneShade(10_000, 10_000)),
                file("bomb without loss, of 16 megapixels", () -> Webps.oneShade(4_000, 4_000)),
                file("bomb with loss", () -> Webps.lossy(6_000, 6_000)),
                file("bomb of transparency", () -> Webps.transparent(10_000)),
                file("bomb of ten thousand frames", () -> Webps.animated(64, 48, 10_000)));
    }

    private static Stream<HostileImage> chunks() {
        byte[] picture = Arrays.copyOfRange(Webps.LOSSY, 12, Webps.LOSSY.length);
        return Stream.of(
                file("without a picture", () -> Webps.riff(Webps.header(0, 64, 48))),
                file(
                        "of transparency only",
                        () ->
                                Webps.riff(
                                        Webps.header(0x10, 64, 48),
                                        Webps.chunk("ALPH", new byte[9]))),
                file("of two pictures", () -> Webps.riff(picture, picture)),
                file(
                        "of two headers",
                        () -> Webps.riff(Webps.header(0, 64, 48), Webps.header(0, 9, 9), picture)),
                file(
                        "whose frame is empty",
                        () ->
                                Webps.riff(
                                        Webps.header(2, 64, 48),
                                        Webps.chunk("ANMF", new byte[3]),
                                        picture)),
                file("whose frame is of frames", HostileWebps::nested),
                file(
                        "of unknown chunks",
                        () -> Webps.riff(Webps.chunk("what", new byte[7]), picture)),
                file("that moves", () -> Webps.animated(64, 48)),
                file(
                        "whose EXIF points at itself",
                        () ->
                                Webps.extended(
                                        8,
                                        64,
                                        48,
                                        Webps.chunk(
                                                "EXIF",
                                                new byte[] {
                                                    'I',
                                                    'I',
                                                    42,
                                                    0,
                                                    8,
                                                    0,
                                                    0,
                                                    0,
                                                    1,
                                                    0,
                                                    0x69,
                                                    (byte) 0x87,
                                                    4,
                                                    0,
                                                    1,
                                                    0,
                                                    0,
                                                    0,
                                                    8,
                                                    0,
                                                    0,
                                                    0
                                                }))));
    }

    private static byte[] nested() {
        byte[] frame = Webps.frame();
        for (int i = 0; i < 2_000; i++) {
            frame = Webps.chunk("ANMF", Images.join(new byte[16], frame));
        }
        return Webps.riff(Webps.header(2, 64, 48), frame);
    }

    private static byte[] sized(byte[] webp, int width, int height) {
        little(webp).putShort(26, (short) width).putShort(28, (short) height);
        return webp;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static HostileImage file(String name, Supplier<byte[]> bytes) {
        return new HostileImage("a WebP " + name, bytes);
    }
}
