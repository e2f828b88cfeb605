package dev.kilat.thumbnail.container;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Copies the one picture at the front of a JPEG file. It ends with the picture's own end marker,
/// found by walking the scans: previews within EXIF have end markers too, and what phones append
/// (second pictures, films, depth maps) carries its own GPS.
public final class JpegSegments {
    /// A cost bound: every scan of a progressive JPEG is a pass over all pixels. Encoders write
    /// about ten.
    static final int MAX_SCANS = 100;

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    /// Asked for each segment with its marker (the byte after 0xFF) and payload: answers the
    /// payload to write, or null to drop the segment.
    @FunctionalInterface
    public interface Filter {
        byte @Nullable [] keep(int marker, byte[] payload);
    }

    private JpegSegments() {}

    public static void copy(Source from, OutputStream to, Filter filter)
            throws IOException, Malformed {
        if (from.u16() != (0xFF00 | SOI)) {
            throw new Malformed("not a JPEG");
        }
        marker(SOI, to);
        int scans = 0;
        int marker = nextMarker(from, OutputStream.nullOutputStream());
        while (marker != EOI) {
            if (hasPayload(marker)) {
                byte[] kept = filter.keep(marker, payload(from));
                if (kept != null) {
                    marker(marker, to);
                    to.write((kept.length + 2) >> 8);
                    to.write(kept.length + 2);
                    to.write(kept);
                }
            }
            if (marker == SOS && ++scans > MAX_SCANS) {
                throw new Malformed("a JPEG with more than " + MAX_SCANS + " scans");
            }
            // Between segments nothing is worth keeping; after a start of scan come the pixels.
            marker = nextMarker(from, marker == SOS ? to : OutputStream.nullOutputStream());
        }
        if (scans == 0) {
            throw new Malformed("a JPEG without a scan");
        }
        marker(EOI, to);
    }

    /// Shows the filter the segments before the first scan, and copies nothing.
    ///
    /// @return the marker of the frame header, which names the kind of JPEG
    public static int head(Source from, Filter filter) throws IOException, Malformed {
        if (from.u16() != (0xFF00 | SOI)) {
            throw new Malformed("not a JPEG");
        }
        int frame = 0;
        OutputStream nowhere = OutputStream.nullOutputStream();
        for (int marker = nextMarker(from, nowhere);
                marker != SOS;
                marker = nextMarker(from, nowhere)) {
            if (marker == EOI) {
                throw new Malformed("a JPEG without a scan");
            }
            if (hasPayload(marker)) {
                byte[] payload = payload(from);
                filter.keep(marker, payload);
                frame = isFrame(marker) ? marker : frame;
            }
        }
        return frame;
    }

    /// Whether the segment is a frame header: of what kind the JPEG is, and how large.
    public static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4 // Huffman tables
                && marker != 0xC8 // reserved
                && marker != 0xCC; // arithmetic conditioning
    }

    private static boolean hasPayload(int marker) {
        return marker > 0x01 && (marker < 0xD0 || marker > SOI);
    }

    private static byte[] payload(Source from) throws IOException, Malformed {
        int length = from.u16();
        if (length < 2) {
            throw new Malformed("a JPEG with a broken segment");
        }
        return from.take(length - 2);
    }

    /// In pixels, a 0xFF is followed by 0 (it is a pixel byte) or by a restart marker; anything
    /// else ends them.
    private static int nextMarker(Source from, OutputStream pixels) throws IOException, Malformed {
        while (true) {
            from.copyUntil(0xFF, pixels);
            from.u8();
            int code = from.u8();
            while (code == 0xFF) {
                code = from.u8();
            }
            if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                return code;
            }
            marker(code, pixels);
        }
    }

    private static void marker(int code, OutputStream to) throws IOException {
        to.write(0xFF);
        to.write(code);
    }
}
