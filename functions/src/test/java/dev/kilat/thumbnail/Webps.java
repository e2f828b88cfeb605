package dev.kilat.thumbnail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// WebP files of 64 x 48 pixels showing [Images#QUARTERS], made by cwebp, for Java cannot write
/// any; and the means to extend them.
public final class Webps {
    public static final byte[] LOSSY =
            decode(
                    """
                    UklGRoAAAABXRUJQVlA4IHQAAAAwBgCdASpAADAAPk0ejEQioaEZVAAoBMSgDOcUF+AfiTsoHAPxP/Y7/HV/
                    4EBbf/wkzY8SosLgcrGAAP7x23W07T+piiqCw/P3gC9SR4dxgluJTeXN/18Oa8RltB1Y7lVgvvf5bENMpZ58
                    bUFZ3NCowAAAAA==
                    """);

    /// The bottom right quarter is transparent.
    public static final byte[] LOSSLESS_ALPHA =
            decode(
                    """
                    UklGRkAAAABXRUJQVlA4TDMAAAAvP8ALEB8gEEhxJMMuECCUyBKpUiCQRDnzWPMfIO8cIBIg8aQnPWmiEyP6
                    PwHDo2/FoG8A
                    """);

    /// The bottom right quarter is transparent.
    public static final byte[] LOSSY_ALPHA =
            decode(
                    """
                    UklGRrgAAABXRUJQVlA4WAoAAAAQAAAAPwAALwAAQUxQSBcAAAABDzD/ERGCTNom/k3XwfZG9H8CuhB2AwBW
                    UDggegAAALAFAJ0BKkAAMAA+TR6MRCKhoRlUACgExKAMxVeP4B+Kuzn8U/FX9gK78CAtv/4SZtypuxP3AAD+
                    8duBt26fp4kXntcftp/cjT2w+V7QI5GKajqX/Xw3/0WRClvbGZt8+HZy//9u7wK02Q9Jd1bj21QyON5PT5KA
                    AAAA
                    """);

    private Webps() {}

    /// The lossy picture with an extended header of this canvas, followed by these chunks.
    public static byte[] extended(int flags, int width, int height, byte[]... after) {
        var parts = new byte[after.length + 2][];
        parts[0] = header(flags, width, height);
        parts[1] = picture();
        System.arraycopy(after, 0, parts, 2, after.length);
        return riff(parts);
    }

    /// Two frames: the lossy picture, at the canvas' corner.
    public static byte[] animated(int canvasWidth, int canvasHeight) {
        return animated(canvasWidth, canvasHeight, 2);
    }

    static byte[] animated(int canvasWidth, int canvasHeight, int frames) {
        var parts = new byte[2 + frames][];
        parts[0] = header(0x02, canvasWidth, canvasHeight);
        parts[1] = chunk("ANIM", new byte[6]);
        Arrays.fill(parts, 2, parts.length, frame());
        return riff(parts);
    }

    /// The lossy picture as a frame of an animation, with these chunks behind it.
    static byte[] frame(byte[]... after) {
        byte[] where = little(16).putShort(6, (short) 63).putShort(9, (short) 47).array();
        return chunk("ANMF", Images.join(where, picture(), Images.join(after)));
    }

    static byte[] profiled(byte[] profile) {
        return riff(header(0x20, 64, 48), chunk("ICCP", profile), picture());
    }

    /// Without loss, and of as many pixels as you like: one shade takes no bits at all.
    public static byte[] oneShade(int width, int height) {
        // No transform, no cache, one group of codes, and five codes of one symbol each: 0.
        long codes = 0;
        for (int i = 0; i < 5; i++) {
            codes |= 1L << (3 + 4 * i);
        }
        return riff(
                chunk(
                        "VP8L",
                        little(20)
                                .put((byte) 0x2F)
                                .putInt((width - 1) | (height - 1) << 14)
                                .putLong(codes)
                                .array()));
    }

    /// With loss, and as many zeros in it as any picture of this size needs.
    static byte[] lossy(int width, int height) {
        byte[] longer = Arrays.copyOf(LOSSY, LOSSY.length + 4_000_000);
        ByteBuffer.wrap(longer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, longer.length - 8)
                .putInt(16, longer.length - 20)
                .putShort(26, (short) width)
                .putShort(28, (short) height);
        return longer;
    }

    /// The transparency of all its pixels takes twenty bytes.
    public static byte[] transparent(int side) {
        byte[] alpha = oneShade(side, side);
        byte[] picture = lossy(side, side);
        // Compressed without loss, without the header that states the size again.
        byte[] alph = Images.join(new byte[] {1}, Arrays.copyOfRange(alpha, 25, alpha.length));
        return riff(
                header(0x10, side, side),
                chunk("ALPH", alph),
                Arrays.copyOfRange(picture, 12, picture.length));
    }

    public static byte[] chunk(String name, byte[] content) {
        return little(8 + content.length + (content.length & 1))
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = Images.join(chunks);
        return little(12 + body.length)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + body.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    static byte[] header(int flags, int width, int height) {
        return chunk(
                "VP8X",
                little(10)
                        .putInt(flags)
                        .putShort(4, (short) (width - 1))
                        .putShort(7, (short) (height - 1))
                        .array());
    }

    private static byte[] picture() {
        return Arrays.copyOfRange(LOSSY, 12, LOSSY.length);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
