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

    /// One frame: the lossy picture, at the canvas' corner.
    public static byte[] animated(int canvasWidth, int canvasHeight) {
        byte[] frame = little(16).putShort(6, (short) 63).putShort(9, (short) 47).array();
        return riff(
                header(0x02, canvasWidth, canvasHeight),
                chunk("ANIM", new byte[6]),
                chunk("ANMF", Images.join(frame, picture())),
                chunk("ANMF", Images.join(frame, picture())));
    }

    public static byte[] chunk(String name, byte[] content) {
        return little(8 + content.length + (content.length & 1))
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] body = Images.join(chunks);
        return little(12 + body.length)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + body.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private static byte[] header(int flags, int width, int height) {
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
