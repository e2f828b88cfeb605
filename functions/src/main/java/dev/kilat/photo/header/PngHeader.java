package dev.kilat.photo.header;

import org.jspecify.annotations.Nullable;

/// PNG: IHDR is first; an eXIf chunk counts when it stands before the pixels, where our writers and
/// exiftool put it.
final class PngHeader {
    private PngHeader() {}

    static Header read(Bytes bytes, boolean whole) throws EndOfBytes {
        if (!bytes.name(12).equals("IHDR")) {
            return new Header.NotAnImage("a PNG without a header chunk");
        }
        // A side above 2^31 is no PNG, and above our limit anyway.
        int width = (int) Math.min(bytes.u32(16), Integer.MAX_VALUE);
        int height = (int) Math.min(bytes.u32(20), Integer.MAX_VALUE);
        var refused = ImageHeaders.refuse(width, height);
        return refused.isPresent()
                ? refused.get()
                : ImageHeaders.image(ImageType.PNG, width, height, exif(bytes, whole));
    }

    private static byte @Nullable [] exif(Bytes bytes, boolean whole) throws EndOfBytes {
        long at = 8;
        try {
            while (true) {
                long length = bytes.u32(at);
                String type = bytes.name(at + 4);
                if (type.equals("eXIf")) {
                    return bytes.slice(at + 8, length);
                }
                if (type.equals("IDAT") || type.equals("IEND")) {
                    return null;
                }
                at += 12 + length;
            }
        } catch (EndOfBytes end) {
            if (whole) {
                return null;
            }
            throw end;
        }
    }
}
