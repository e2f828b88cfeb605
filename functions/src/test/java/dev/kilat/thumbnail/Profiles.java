package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Colour profiles that are none, too large, in pieces that do not fit, or spoiled.
final class Profiles {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private Profiles() {}

    static Stream<HostileImage> all() {
        byte[] jpeg = Images.jpeg(Images.scene(64, 48));
        byte[] png = Images.png(Images.scene(64, 48));
        return Stream.concat(
                Stream.of(
                        file("of sixteen megabytes", () -> parts(jpeg, 255, 255, 65_000)),
                        file("in parts that lack one", () -> parts(jpeg, 3, 4, 200)),
                        file(
                                "in two parts of the same number",
                                () -> part(part(jpeg, 1, 2, LINEAR), 1, 2, LINEAR)),
                        file("in part 0 of 0", () -> part(jpeg, 0, 0, LINEAR)),
                        file("of nothing", () -> part(jpeg, 1, 1, new byte[0])),
                        file("of garbage", () -> part(jpeg, 1, 1, new byte[400])),
                        file(
                                "that is longer than it says",
                                () -> part(jpeg, 1, 1, Arrays.copyOf(LINEAR, LINEAR.length + 999))),
                        file(
                                "that is shorter than it says",
                                () -> part(jpeg, 1, 1, Arrays.copyOf(LINEAR, LINEAR.length / 2))),
                        file("for ink in a photo of light", () -> part(jpeg, 1, 1, of("CMYK"))),
                        file(
                                "for grey in a photo of colour",
                                () ->
                                        part(
                                                jpeg,
                                                1,
                                                1,
                                                ICC_Profile.getInstance(ColorSpace.CS_GRAY)
                                                        .getData())),
                        file(
                                "of garbage for ink",
                                () ->
                                        part(
                                                Images.cmykJpeg(32, 32, 0, 99, 0, 0),
                                                1,
                                                1,
                                                new byte[400])),
                        file(
                                "for light in a photo of ink",
                                () -> part(Images.cmykJpeg(32, 32, 0, 99, 0, 0), 1, 1, LINEAR)),
                        file(
                                "in a PNG that inflates to 256 megabytes",
                                () ->
                                        Images.withChunk(
                                                png,
                                                "iCCP",
                                                Images.join(
                                                        new byte[] {'x', 0, 0},
                                                        RawPng.deflated(1L << 28)))),
                        file(
                                "in a PNG that does not inflate",
                                () ->
                                        Images.withChunk(
                                                png, "iCCP", new byte[] {'x', 0, 0, 1, 2, 3})),
                        file(
                                "in a PNG without a name",
                                () -> Images.withChunk(png, "iCCP", new byte[0])),
                        file(
                                "in a WebP, of five megabytes",
                                () -> Webps.profiled(new byte[5 << 20])),
                        file("in a WebP, of garbage", () -> Webps.profiled(new byte[300]))),
                IntStream.range(0, 40)
                        .mapToObj(seed ->
                                file(
                                        "with flipped bits " + seed,
                                        () -> part(jpeg, 1, 1, flipped(seed)))));
    }

    /// The profile of linear light, but of another colour space.
    private static byte[] of(String space) {
        byte[] profile = LINEAR.clone();
        System.arraycopy(space.getBytes(US_ASCII), 0, profile, 16, 4);
        return profile;
    }

    private static byte[] flipped(int seed) {
        var random = new Random(seed);
        byte[] profile = LINEAR.clone();
        for (int i = 0; i <= seed / 4; i++) {
            // The length and the signature stay, or nobody would read on.
            int at = 40 + random.nextInt(profile.length - 40);
            profile[at] ^= (byte) (1 << random.nextInt(8));
        }
        return profile;
    }

    private static byte[] parts(byte[] jpeg, int count, int declared, int length) {
        byte[] with = jpeg;
        for (int i = 1; i <= count; i++) {
            with = part(with, i, declared, new byte[length]);
        }
        return with;
    }

    private static byte[] part(byte[] jpeg, int number, int of, byte[] content) {
        return Images.withSegment(
                jpeg,
                0xE2,
                Images.join(
                        "ICC_PROFILE\0".getBytes(US_ASCII),
                        new byte[] {(byte) number, (byte) of},
                        content));
    }

    private static HostileImage file(String name, Supplier<byte[]> bytes) {
        return new HostileImage("a profile " + name, bytes);
    }
}
