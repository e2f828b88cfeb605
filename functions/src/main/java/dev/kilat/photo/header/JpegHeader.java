package dev.kilat.photo.header;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JPEG: segments up to the frame header (SOF), which states the size; EXIF comes before it.
final class JpegHeader {
    /// Baseline, extended, progressive, and those by arithmetic coding. Decoders of the others keep
    /// whole numbers for each sample of all the picture: two hundred bytes could take a gigabyte.
    private static final Set<Integer> KINDS = Set.of(0xC0, 0xC1, 0xC2, 0xC9, 0xCA);

    private JpegHeader() {}

    static Header read(Bytes bytes) throws EndOfBytes {
        byte @Nullable [] exif = null;
        long at = 2;
        while (true) {
            // Fill bytes and stray bytes between segments are skipped, as decoders do.
            while (bytes.u8(at) != 0xFF || bytes.u8(at + 1) == 0xFF) {
                at++;
            }
            int marker = bytes.u8(at + 1);
            at += 2;
            if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                continue;
            }
            if (marker == 0xD9 || marker == 0xDA) {
                return new Header.NotAnImage("a JPEG without a frame header");
            }
            int length = bytes.u16(at);
            if (length < 2) {
                return new Header.NotAnImage("a JPEG with a broken segment");
            }
            if (isFrameHeader(marker)) {
                if (!KINDS.contains(marker)) {
                    return new Header.NotAnImage(
                            "a JPEG of a rare kind (%02X), which no browser shows"
                                    .formatted(marker));
                }
                int height = bytes.u16(at + 3);
                int width = bytes.u16(at + 5);
                byte @Nullable [] found = exif;
                return ImageHeaders.refuse(width, height)
                        .orElseGet(() -> ImageHeaders.image(ImageType.JPEG, width, height, found));
            }
            if (marker == 0xE1 && exif == null && bytes.has(at + 2, "Exif\0")) {
                exif = bytes.slice(at + 8, Math.max(0, length - 8));
            }
            at += length;
        }
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4 // Huffman tables
                && marker != 0xC8 // reserved
                && marker != 0xCC; // arithmetic conditioning
    }
}
