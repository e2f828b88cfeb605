package dev.kilat.photo.header;

import org.jspecify.annotations.Nullable;

/// WebP: the size is read from the picture's own bitstream, because that is what a decoder
/// allocates for; a canvas that says otherwise is a lie. Of an animation the first frame counts.
/// EXIF stands behind the pixels.
final class WebpHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int HAS_EXIF = 0x08;
    private static final int VP8_START = 0x2A019D;

    /// Of a picture without loss, or with transparency, all pixels are in memory at once, and twice
    /// if both: forty bytes could take a gigabyte.
    static final long MAX_PIXELS_IN_MEMORY = 32_000_000;

    private WebpHeader() {}

    private record Extent(int width, int height) {}

    static Header read(Bytes bytes, boolean whole) throws EndOfBytes {
        boolean extended = bytes.name(FIRST_CHUNK).equals("VP8X");
        @Nullable Extent promised =
                extended ? canvas(bytes, FIRST_CHUNK + 8 + 4, FIRST_CHUNK + 8 + 7) : null;
        long at = FIRST_CHUNK;
        long inside = at;
        boolean transparent = false;
        while (true) {
            switch (bytes.name(at)) {
                case "VP8 ", "VP8L" -> inside = at;
                case "ANMF" -> {
                    promised = canvas(bytes, at + 8 + 6, at + 8 + 9);
                    inside = at + 8 + 16;
                    if (bytes.name(inside).equals("ALPH")) {
                        transparent = true;
                        inside = next(bytes, inside);
                    }
                }
                default -> {
                    transparent |= bytes.name(at).equals("ALPH");
                    at = next(bytes, at);
                    continue;
                }
            }
            break;
        }
        @Nullable Extent real = bitstream(bytes, inside);
        if (real == null || (promised != null && !promised.equals(real))) {
            return new Header.NotAnImage("a WebP whose picture is not what its header says");
        }
        var refused = ImageHeaders.refuse(real.width, real.height);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean inMemory = transparent || bytes.name(inside).equals("VP8L");
        if (inMemory && (long) real.width * real.height > MAX_PIXELS_IN_MEMORY) {
            return new Header.TooLarge(
                    "%d x %d pixels; we take up to 32 megapixels of WebP that is transparent or without loss"
                            .formatted(real.width, real.height));
        }
        boolean hasExif = extended && (bytes.u8(FIRST_CHUNK + 8) & HAS_EXIF) != 0;
        return ImageHeaders.image(
                ImageType.WEBP, real.width, real.height, hasExif ? exif(bytes, at, whole) : null);
    }

    private static Extent canvas(Bytes bytes, long width, long height) throws EndOfBytes {
        return new Extent(1 + bytes.u24le(width), 1 + bytes.u24le(height));
    }

    private static @Nullable Extent bitstream(Bytes bytes, long at) throws EndOfBytes {
        long data = at + 8;
        return switch (bytes.name(at)) {
            case "VP8 " ->
                    (bytes.u8(data) & 1) == 0 && bytes.u24le(data + 3) == VP8_START
                            ? new Extent(
                                    bytes.u16le(data + 6) & 0x3FFF, bytes.u16le(data + 8) & 0x3FFF)
                            : null;
            case "VP8L" -> {
                int bits = (int) bytes.u32le(data + 1);
                yield bytes.u8(data) == 0x2F
                        ? new Extent(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF))
                        : null;
            }
            default -> null;
        };
    }

    private static byte @Nullable [] exif(Bytes bytes, long picture, boolean whole)
            throws EndOfBytes {
        long at = picture;
        try {
            while (!bytes.name(at).equals("EXIF")) {
                at = next(bytes, at);
            }
            // Some writers keep the six letters that introduce EXIF in a JPEG.
            int prefix = bytes.has(at + 8, "Exif\0\0") ? 6 : 0;
            return bytes.slice(at + 8 + prefix, bytes.u32le(at + 4) - prefix);
        } catch (EndOfBytes end) {
            if (whole) {
                return null;
            }
            throw end;
        }
    }

    /// Chunks are padded to an even length.
    private static long next(Bytes bytes, long at) throws EndOfBytes {
        long length = bytes.u32le(at + 4);
        return at + 8 + length + (length & 1);
    }
}
