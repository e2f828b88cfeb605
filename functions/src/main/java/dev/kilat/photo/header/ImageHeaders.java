package dev.kilat.photo.header;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an image's type, size and orientation from its first bytes, without decoding a pixel.
public final class ImageHeaders {
    /// As many bytes as [#read] wants: most headers end well before.
    public static final int FIRST = 64 * 1024;

    /// As many bytes more as are worth reading when [#read] answers [Header.NeedsMore]: large ICC
    /// profiles and previews.
    public static final int MORE = 1024 * 1024;

    public static final int MAX_SIDE = 20_000;
    public static final long MAX_PIXELS = 100_000_000;

    private static final Map<String, String> REFUSED =
            Map.of(
                    "GIF8", "a GIF",
                    "II*\0", "a TIFF or camera raw file",
                    "MM\0*", "a TIFF or camera raw file",
                    "BM", "a BMP",
                    "%PDF", "a PDF",
                    "\u00FF\n", "a JPEG XL",
                    "PK\u0003\u0004", "a ZIP archive");

    private ImageHeaders() {}

    /// @param start the first [#FIRST] bytes of a file, or all of it when it is shorter
    public static Header read(byte[] start) {
        return read(ByteBuffer.wrap(start), start.length < FIRST);
    }

    /// Never [Header.NeedsMore].
    ///
    /// @param bytes all of a file, or all of it that the caller is willing to read
    public static Header readWhole(ByteBuffer bytes) {
        return read(bytes, true);
    }

    public static Header readWhole(byte[] bytes) {
        return readWhole(ByteBuffer.wrap(bytes));
    }

    private static Header read(ByteBuffer start, boolean whole) {
        var bytes = new Bytes(start);
        try {
            if (bytes.has(0, "\u00FF\u00D8\u00FF")) {
                return JpegHeader.read(bytes);
            }
            if (bytes.has(0, "\u0089PNG\r\n\u001A\n")) {
                return PngHeader.read(bytes, whole);
            }
            if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
                return WebpHeader.read(bytes, whole);
            }
            return new Header.NotAnImage(whatElse(bytes) + "; we take JPEG, PNG and WebP");
        } catch (EndOfBytes end) {
            if (!whole) {
                return new Header.NeedsMore("its size is not within the first bytes");
            }
            return new Header.NotAnImage(
                    start.limit() < FIRST + MORE
                            ? "truncated: it ends within its header"
                            : "its header is longer than a megabyte");
        }
    }

    private static String whatElse(Bytes bytes) {
        if (bytes.has(4, "ftyp")) {
            return bytes.has(8, "he") || bytes.has(8, "mif1") ? "a HEIC" : "an AVIF or a video";
        }
        return REFUSED.entrySet().stream()
                .filter(refused -> bytes.has(0, refused.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("not an image");
    }

    /// The answer for a size that the file states, when it needs nothing else.
    static Optional<Header> refuse(int width, int height) {
        if (width < 1 || height < 1) {
            return Optional.of(new Header.NotAnImage("its header states no size"));
        }
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            return Optional.of(
                    new Header.TooLarge(
                            "%d x %d pixels; we take up to 20000 a side and 100 megapixels"
                                    .formatted(width, height)));
        }
        return Optional.empty();
    }

    static Header.Image image(ImageType type, int width, int height, byte @Nullable [] exif) {
        Optional<Exif> read = exif == null ? Optional.empty() : Exif.read(exif);
        int orientation = read.map(Exif::orientation).orElse(1);
        Instant takenAt = read.map(Exif::takenAt).orElse(null);
        return orientation >= 5
                ? new Header.Image(type, height, width, orientation, takenAt)
                : new Header.Image(type, width, height, orientation, takenAt);
    }
}
