package dev.kilat.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// What opens a private event: 128 random bits in base64url, part of the link that guests are
/// given. Only its hash is kept.
public record JoinSecret(String value) {
    private static final int BYTES = 16;

    public static JoinSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new JoinSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// SHA-256 in hex. Plain SHA-256 is enough for 128 random bits: nobody can guess through them.
    public String hash() {
        return HexFormat.of().formatHex(sha256());
    }

    /// Takes the same time wherever the difference lies.
    public boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "JoinSecret[…]";
    }
}
