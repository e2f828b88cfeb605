package dev.kilat.thumbnail.download;

import dev.kilat.thumbnail.container.JpegSegments;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of a JPEG's application segments: JFIF, EXIF as far as [KeptOfExif] goes, the ICC profile, and
/// Adobe's, without which CMYK and RGB files change colour.
final class KeptOfJpeg implements JpegSegments.Filter {
    /// Frames, tables, scans, restarts and the number of lines. Markers that the standard keeps for
    /// itself could hold anything.
    private static final Set<Integer> DRAWS =
            Set.of(
                    0xC0, 0xC1, 0xC2, 0xC4, 0xC9, 0xCA, 0xCC, // frames and codes
                    0xDA, 0xDB, 0xDC, 0xDD);

    private static final byte[] EXIF = ascii("Exif\0\0");

    @Override
    public byte @Nullable [] keep(int marker, byte[] payload) {
        return switch (marker) {
            case 0xE0 -> starts(payload, ascii("JFIF\0")) ? withoutPreview(payload) : null;
            case 0xE1 -> starts(payload, EXIF) ? exif(payload) : null;
            case 0xE2 -> starts(payload, ascii("ICC_PROFILE\0")) ? payload : null;
            case 0xEE -> starts(payload, ascii("Adobe")) ? Arrays.copyOf(payload, 12) : null;
            default -> DRAWS.contains(marker) ? payload : null;
        };
    }

    private static byte @Nullable [] exif(byte[] payload) {
        byte[] kept = KeptOfExif.of(Arrays.copyOfRange(payload, EXIF.length, payload.length));
        if (kept == null) {
            return null;
        }
        byte[] segment = Arrays.copyOf(EXIF, EXIF.length + kept.length);
        System.arraycopy(kept, 0, segment, EXIF.length, kept.length);
        return segment;
    }

    /// JFIF may end with a small uncompressed picture of its own.
    private static byte[] withoutPreview(byte[] jfif) {
        byte[] kept = Arrays.copyOf(jfif, 14);
        kept[12] = 0;
        kept[13] = 0;
        return kept;
    }

    private static boolean starts(byte[] payload, byte[] with) {
        return payload.length >= with.length
                && Arrays.equals(payload, 0, with.length, with, 0, with.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
