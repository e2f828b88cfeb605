package dev.kilat.upload;

import dev.kilat.upload.Ticket.Rejected;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may be uploaded at all.
public final class UploadRules {
    /// 100 MB, as a computer counts them.
    public static final long LARGEST = 100L << 20;

    public static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SIDE = 20_000;
    private static final int LONGEST_THUMBHASH = 64;

    private UploadRules() {}

    static Optional<Rejected> check(Wanted file) {
        if (!TYPES.contains(file.contentType())) {
            return rejected(
                    "unsupported-type", "content_type must be image/jpeg, image/png or image/webp");
        }
        if (file.size() > LARGEST) {
            return rejected("file-too-large", "size must be at most " + LARGEST + " bytes");
        }
        if (file.size() < 1) {
            return rejected("invalid-request", "size must be at least 1 byte");
        }
        if (file.fileName().isBlank()
                || file.fileName().length() > LONGEST_NAME
                || file.fileName().chars().anyMatch(Character::isISOControl)) {
            return rejected(
                    "invalid-request",
                    "file_name must be 1-" + LONGEST_NAME + " characters, none of them a control");
        }
        if (!isSha256(file.sha256())) {
            return rejected(
                    "invalid-request", "sha256 must be the 32 bytes of a SHA-256 in base64");
        }
        if (!isSide(file.width()) || !isSide(file.height())) {
            return rejected("invalid-request", "width and height must be 1-" + LONGEST_SIDE);
        }
        if (file.thumbhash() != null
                && (file.thumbhash().length() > LONGEST_THUMBHASH
                        || decoded(file.thumbhash()).isEmpty())) {
            return rejected("invalid-request", "thumbhash must be base64 of at most 64 characters");
        }
        return Optional.empty();
    }

    private static Optional<Rejected> rejected(String code, String detail) {
        return Optional.of(new Rejected(code, detail));
    }

    private static boolean isSha256(String text) {
        // Only the canonical text: the same bytes written in two ways would be two photos.
        return decoded(text)
                .filter(bytes -> bytes.length == 32)
                .map(bytes -> Base64.getEncoder().encodeToString(bytes).equals(text))
                .orElse(false);
    }

    private static boolean isSide(@Nullable Integer side) {
        return side == null || (side >= 1 && side <= LONGEST_SIDE);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
