package dev.kilat.simulation;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Files of a few bytes, no two the same.
final class Pictures {
    private static final byte FINE = 0;
    private static final byte DAMAGED = 1;

    /// After the marker of the file and that of its comment, which begins with it.
    private static final int STATE_AT = 6;

    static final byte[] WHOLE = jpeg(FINE, "");

    private Pictures() {}

    static byte[] whole(String name) {
        return jpeg(FINE, name);
    }

    /// One with a good header whose pixels nobody can draw.
    static byte[] damaged(String name) {
        return jpeg(DAMAGED, name);
    }

    static byte[] noImage(String name) {
        return ("no image: " + name).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isDamaged(MemorySegment file) {
        return file.get(ValueLayout.JAVA_BYTE, STATE_AT) == DAMAGED;
    }

    /// Base64.
    static String sha256(byte[] file) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// 400 x 300, with its name in a comment.
    private static byte[] jpeg(byte state, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        var file = new ByteArrayOutputStream();
        file.writeBytes(hex("ffd8fffe"));
        file.write(0);
        file.write(3 + text.length);
        file.write(state);
        file.writeBytes(text);
        file.writeBytes(hex("ffc0000b08012c019001011100"));
        file.writeBytes(hex("ffda0008010100003f00"));
        file.writeBytes(hex("2a2a2a2affd9"));
        return file.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
