package dev.kilat.thumbnail;

import static dev.kilat.thumbnail.RawJpeg.ARITHMETIC;
import static dev.kilat.thumbnail.RawJpeg.BASELINE;
import static dev.kilat.thumbnail.RawJpeg.LOSSLESS;
import static dev.kilat.thumbnail.RawJpeg.PROGRESSIVE_ARITHMETIC;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// JPEGs that are allowed and that hardly anybody writes, and some that are not.
final class StrangeJpegs {
    private StrangeJpegs() {}

    static Stream<HostileImage> all() {
        byte[] jpeg = Images.jpeg(Images.scene(200, 150));
        return Stream.of(colours(), kinds(), shapes(), segments(jpeg), exif(jpeg))
                .flatMap(files -> files);
    }

    private static Stream<HostileImage> colours() {
        return Stream.of(
                file("CMYK", () -> Images.cmykJpeg(64, 48, 0, 200, 10, 0)),
                file("YCCK", () -> adobe(Images.cmykJpeg(64, 48, 0, 200, 10, 0), 2)),
                file(
                        "CMYK that says it is YCbCr",
                        () -> adobe(Images.cmykJpeg(64, 48, 0, 9, 9, 9), 1)),
                file("RGB", () -> adobe(Images.jpeg(Images.scene(64, 48)), 0)),
                file(
                        "a colour transform that nobody knows",
                        () -> adobe(Images.jpeg(Images.scene(64, 48)), 77)),
                file("two components", () -> plain(BASELINE, 8, 64, 64, 2)),
                file("no component", () -> plain(BASELINE, 8, 64, 64, 0)),
                file("five components", () -> plain(BASELINE, 8, 64, 64, 5)),
                file("255 components", () -> plain(BASELINE, 8, 64, 64, 255)));
    }

    private static Stream<HostileImage> kinds() {
        return Stream.concat(
                Stream.of(
                        file("arithmetic coding", () -> plain(ARITHMETIC, 8, 640, 480, 3)),
                        file(
                                "progressive by arithmetic coding",
                                () -> plain(PROGRESSIVE_ARITHMETIC, 8, 640, 480, 1)),
                        file("lossless", () -> plain(LOSSLESS, 8, 64, 64, 1)),
                        file("12 bits", () -> plain(0xC1, 12, 64, 64, 3)),
                        file("16 bits", () -> plain(BASELINE, 16, 64, 64, 3)),
                        file("no bits", () -> plain(BASELINE, 0, 64, 64, 3))),
                IntStream.rangeClosed(0xC0, 0xCF)
                        .mapToObj(frame ->
                                file(
                                        "a frame of kind %02X".formatted(frame),
                                        () -> plain(frame, 8, 64, 64, 3))));
    }

    private static Stream<HostileImage> shapes() {
        return Stream.of(
                file("one pixel", () -> Images.jpeg(Images.scene(12, 12).getSubimage(0, 0, 1, 1))),
                file("a strip of 20000 x 1", () -> plain(BASELINE, 8, 20_000, 1, 1)),
                file("a strip of 1 x 20000", () -> plain(BASELINE, 8, 1, 20_000, 3)),
                file("a strip of 65500 x 1", () -> plain(BASELINE, 8, 65_500, 1, 1)),
                file("a strip of 1 x 65500", () -> plain(BASELINE, 8, 1, 65_500, 1)),
                file("a strip of 20000 x 2", () -> plain(BASELINE, 8, 20_000, 2, 3)),
                file("a strip of 3 x 19999", () -> plain(BASELINE, 8, 3, 19_999, 3)));
    }

    private static Stream<HostileImage> segments(byte[] jpeg) {
        byte[] second = {8, 0, 10, 0, 10, 1, 1, 0x11, 0};
        return Stream.of(
                file("a segment of length 0", () -> insert(jpeg, 0xFF, 0xE5, 0, 0)),
                file("a segment of length 1", () -> insert(jpeg, 0xFF, 0xE5, 0, 1)),
                file("a segment longer than the file", () -> insert(jpeg, 0xFF, 0xE5, 0xFF, 0xFF)),
                file("garbage between segments", () -> insert(jpeg, 1, 2, 3, 4, 5, 0xFF, 0, 6)),
                file("many fill bytes", () -> insert(jpeg, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)),
                file("reserved markers", () -> Images.withSegment(jpeg, 0xF7, new byte[9])),
                file(
                        "an expansion segment",
                        () -> Images.withSegment(jpeg, 0xDF, new byte[] {0x11})),
                file(
                        "two frames, the smaller first",
                        () -> Images.withSegment(jpeg, BASELINE, second)),
                file(
                        "a scan before its frame",
                        () -> Images.withSegment(jpeg, 0xDA, new byte[] {1, 1, 0, 0, 63, 0})),
                file("number of lines told later", () -> dnl(jpeg)),
                file(
                        "restarts each block",
                        () -> Images.withSegment(jpeg, 0xDD, new byte[] {0, 1})),
                file(
                        "a restart interval of odd length",
                        () -> Images.withSegment(jpeg, 0xDD, new byte[5])),
                file("tables of garbage", () -> Images.withSegment(jpeg, 0xC4, new byte[300])),
                file(
                        "a quantisation table cut short",
                        () -> Images.withSegment(jpeg, 0xDB, new byte[9])),
                file(
                        "arithmetic conditioning",
                        () -> Images.withSegment(jpeg, 0xCC, new byte[] {0, 0x10, 0x10, 5})),
                file("a hundred starts", () -> Images.join(new byte[0], starts(100), jpeg)),
                file(
                        "an Adobe segment cut short",
                        () -> Images.withSegment(jpeg, 0xEE, new byte[] {'A', 'd', 'o', 'b', 'e'})),
                file(
                        "a JFIF segment cut short",
                        () ->
                                Images.withSegment(
                                        jpeg, 0xE0, new byte[] {'J', 'F', 'I', 'F', 0, 1})),
                file(
                        "a JFIF preview larger than its segment",
                        () ->
                                Images.withSegment(
                                        jpeg,
                                        0xE0,
                                        new byte[] {
                                            'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 99, 99
                                        })),
                file("a second picture behind it", () -> Images.join(jpeg, jpeg)));
    }

    private static Stream<HostileImage> exif(byte[] jpeg) {
        return Stream.of(
                file(
                        "an EXIF directory that points at itself",
                        () -> exif(jpeg, 2, 0x8769, 4, 1, 8)),
                file(
                        "an EXIF directory of 65535 entries",
                        () -> exif(jpeg, 65_535, 0x8769, 4, 1, 8)),
                file("an EXIF value of four billion bytes", () -> exif(jpeg, 1, 0x010F, 2, -1, 8)),
                file(
                        "an EXIF value that lies behind the end",
                        () -> exif(jpeg, 1, 0x010F, 2, 100, -1)),
                file(
                        "an EXIF value at a negative place",
                        () -> exif(jpeg, 1, 0x9003, 2, 20, Integer.MIN_VALUE)),
                file("EXIF of an unknown type", () -> exif(jpeg, 1, 0x0112, 99, 1, 6)),
                file("an orientation of 4 billion", () -> exif(jpeg, 1, 0x0112, 4, 1, -1)),
                file("an EXIF directory at its own header", () -> exifAt(jpeg, 0)),
                file("an EXIF directory nowhere", () -> exifAt(jpeg, -1)),
                file(
                        "an EXIF of nothing",
                        () ->
                                Images.withSegment(
                                        jpeg, 0xE1, new byte[] {'E', 'x', 'i', 'f', 0, 0})));
    }

    private static byte[] exif(byte[] jpeg, int entries, int tag, int type, int count, int value) {
        ByteBuffer tiff = ByteBuffer.allocate(80).put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) entries);
        for (int i = 0; i < 2; i++) {
            tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
        }
        return app1(jpeg, tiff.array());
    }

    private static byte[] exifAt(byte[] jpeg, int place) {
        return app1(
                jpeg,
                ByteBuffer.allocate(64).put(new byte[] {'M', 'M', 0, 42}).putInt(place).array());
    }

    private static byte[] app1(byte[] jpeg, byte[] tiff) {
        return Images.withSegment(
                jpeg, 0xE1, Images.join(new byte[] {'E', 'x', 'i', 'f', 0, 0}, tiff));
    }

    private static byte[] plain(int kind, int bits, int width, int height, int components) {
        int blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8) * Math.max(1, components);
        return new RawJpeg()
                .frame(kind, bits, width, height, components)
                .scan(1, Math.min(components, 4), 0, kind == PROGRESSIVE_ARITHMETIC ? 0 : 63)
                .plainBlocks(blocks)
                .end();
    }

    private static byte[] adobe(byte[] jpeg, int transform) {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return Images.withSegment(jpeg, 0xEE, adobe);
    }

    private static byte[] insert(byte[] jpeg, int... bytes) {
        var inserted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inserted[i] = (byte) bytes[i];
        }
        return ByteBuffer.allocate(jpeg.length + bytes.length)
                .put(jpeg, 0, 2)
                .put(inserted)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] starts(int count) {
        var starts = new byte[2 * count];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (byte) (i % 2 == 0 ? 0xFF : 0xD8);
        }
        return starts;
    }

    /// A height of zero, which the number of lines behind the first scan makes good.
    private static byte[] dnl(byte[] jpeg) {
        return Images.join(
                new RawJpeg()
                        .frame(BASELINE, 8, 64, 0, 1)
                        .scan(1, 1, 0, 63)
                        .plainBlocks(64)
                        .segment(0xDC, new byte[] {0, 64})
                        .end(),
                jpeg);
    }

    private static HostileImage file(String name, Supplier<byte[]> bytes) {
        return new HostileImage("a JPEG: " + name, bytes);
    }
}
