package dev.kilat.thumbnail;

import static dev.kilat.thumbnail.RawPng.GREY;
import static dev.kilat.thumbnail.RawPng.PALETTE;
import static dev.kilat.thumbnail.RawPng.RGB;
import static dev.kilat.thumbnail.RawPng.RGBA;

import java.awt.Color;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class HostilePngs {
    private HostilePngs() {}

    static Stream<HostileImage> all() {
        byte[] png = Images.png(Images.scene(64, 48));
        return Stream.of(cuts(png), sizes(), bombs(), chunks(png), kinds()).flatMap(files -> files);
    }

    private static Stream<HostileImage> cuts(byte[] png) {
        return IntStream.of(
                        9,
                        16,
                        25,
                        32,
                        33,
                        37,
                        41,
                        60,
                        png.length / 2,
                        png.length - 13,
                        png.length - 12,
                        png.length - 1)
                .mapToObj(
                        length -> file("that ends at " + length, () -> Arrays.copyOf(png, length)));
    }

    private static Stream<HostileImage> sizes() {
        return Stream.of(
                file("of 0 x 0", () -> Images.pngClaiming(0, 0)),
                file("of 0 x 10", () -> Images.pngClaiming(0, 10)),
                file("of -1 x 10", () -> Images.pngClaiming(-1, 10)),
                file(
                        "of two billion a side",
                        () -> Images.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                file("of 65535 x 65535", () -> Images.pngClaiming(65_535, 65_535)),
                file("of 20000 x 5000 without pixels", () -> Images.pngClaiming(20_000, 5_000)),
                file("of 1 x 65500", () -> Images.pngClaiming(1, 65_500)),
                file(
                        "of 1 x 20000",
                        () -> new RawPng().header(1, 20_000, 8, GREY, 0).zeros(40_000).end()),
                file(
                        "of 20000 x 1",
                        () -> new RawPng().header(20_000, 1, 8, GREY, 0).zeros(20_001).end()),
                file(
                        "with fewer lines than it says",
                        () -> new RawPng().header(100, 100, 8, RGB, 0).zeros(301 * 50).end()),
                file(
                        "with more lines than it says",
                        () -> new RawPng().header(100, 10, 8, RGB, 0).zeros(301 * 5000).end()));
    }

    private static Stream<HostileImage> bombs() {
        return Stream.of(
                file("bomb of a hundred megapixels", () -> bomb(10_000, 10_000, 8, RGB, 0, 3)),
                file(
                        "bomb of sixteen bits and four channels",
                        () -> bomb(20_000, 1_000, 16, RGBA, 0, 8)),
                file("bomb of seven passes", () -> bomb(6_000, 6_000, 8, RGB, 1, 3)),
                file(
                        "bomb of one bit a pixel",
                        () ->
                                new RawPng()
                                        .header(20_000, 5_000, 1, GREY, 0)
                                        .zeros(2501L * 5_000)
                                        .end()),
                file(
                        "bomb of a text",
                        () ->
                                new RawPng()
                                        .header(1, 1, 8, GREY, 0)
                                        .chunk(
                                                "zTXt",
                                                Images.join(
                                                        new byte[] {'x', 0, 0},
                                                        RawPng.deflated(1L << 28)))
                                        .zeros(2)
                                        .end()),
                file("bomb of a hundred thousand empty chunks", HostilePngs::empties));
    }

    private static byte[] bomb(
            int width, int height, int bits, int colour, int interlace, int bytes) {
        long lines = (long) height * (1 + (long) width * bytes);
        return new RawPng()
                .header(width, height, bits, colour, interlace)
                .zeros(lines + 100_000)
                .end();
    }

    private static byte[] empties() {
        byte[] empty = Images.chunk("IDAT", new byte[0]);
        var many = new byte[100_000 * empty.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = empty[i % empty.length];
        }
        return new RawPng().header(1, 1, 8, GREY, 0).bytes(many).zeros(2).end();
    }

    private static Stream<HostileImage> chunks(byte[] png) {
        byte[] endless = Images.chunk("tEXt", new byte[4]);
        Arrays.fill(endless, 0, 4, (byte) 0xFF);
        return Stream.of(
                file(
                        "with a chunk of four billion bytes",
                        () -> Images.join(Arrays.copyOf(png, 33), endless)),
                file("without pixels", () -> new RawPng().header(9, 9, 8, RGB, 0).end()),
                file("with a wrong checksum", () -> flip(png, 30)),
                file(
                        "without a palette",
                        () -> new RawPng().header(9, 9, 8, PALETTE, 0).zeros(90).end()),
                file(
                        "with a palette of one colour",
                        () ->
                                new RawPng()
                                        .header(9, 9, 8, PALETTE, 0)
                                        .chunk("PLTE", new byte[3])
                                        .zeros(90)
                                        .end()),
                file(
                        "with a palette of odd length",
                        () ->
                                new RawPng()
                                        .header(9, 9, 8, PALETTE, 0)
                                        .chunk("PLTE", new byte[4])
                                        .zeros(90)
                                        .end()),
                file(
                        "with more transparency than palette",
                        () ->
                                new RawPng()
                                        .header(9, 9, 8, PALETTE, 0)
                                        .chunk("PLTE", new byte[3])
                                        .chunk("tRNS", new byte[300])
                                        .zeros(90)
                                        .end()),
                file(
                        "with two headers",
                        () ->
                                Images.withChunk(
                                        png,
                                        "IHDR",
                                        Arrays.copyOfRange(
                                                Images.pngClaiming(5_000, 5_000), 16, 29))),
                file(
                        "with EXIF that points at itself",
                        () ->
                                Images.withChunk(
                                        png,
                                        "eXIf",
                                        new byte[] {
                                            'M',
                                            'M',
                                            0,
                                            42,
                                            0,
                                            0,
                                            0,
                                            8,
                                            0,
                                            1,
                                            (byte) 0x87,
                                            0x69,
                                            0,
                                            4,
                                            0,
                                            0,
                                            0,
                                            1,
                                            0,
                                            0,
                                            0,
                                            8
                                        })),
                file(
                        "that moves",
                        () -> Images.withChunk(png, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0})),
                file(
                        "that moves four billion times",
                        () ->
                                Images.withChunk(
                                        png, "acTL", new byte[] {-1, -1, -1, -1, 0, 0, 0, 0})));
    }

    private static Stream<HostileImage> kinds() {
        return Stream.concat(
                Stream.of(
                        file("of sixteen bits", () -> Pngs.sixteenBits(64, 48, 200, 100, 50, 128)),
                        file("of a palette", () -> Pngs.palette(64, 48, new Color(9, 99, 199))),
                        file(
                                "that is see-through",
                                () -> Pngs.translucent(64, 48, new Color(9, 9, 9, 9)))),
                IntStream.range(0, 8)
                        .mapToObj(colour ->
                                IntStream.of(1, 2, 3, 4, 8, 16, 255)
                                        .mapToObj(bits ->
                                                file(
                                                        "of colour type %d and %d bits"
                                                                .formatted(colour, bits),
                                                        () ->
                                                                new RawPng()
                                                                        .header(
                                                                                32,
                                                                                32,
                                                                                bits,
                                                                                colour,
                                                                                bits == 2 ? 7 : 0)
                                                                        .zeros(9_000)
                                                                        .end())))
                        .flatMap(files -> files));
    }

    private static byte[] flip(byte[] png, int at) {
        byte[] flipped = png.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static HostileImage file(String name, Supplier<byte[]> bytes) {
        return new HostileImage("a PNG " + name, bytes);
    }
}
