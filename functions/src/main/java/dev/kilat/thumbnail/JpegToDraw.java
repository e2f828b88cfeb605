package dev.kilat.thumbnail;

import dev.kilat.photo.bytes.BytesInput;
import dev.kilat.thumbnail.container.JpegSegments;
import dev.kilat.thumbnail.container.Malformed;
import dev.kilat.thumbnail.container.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Of a JPEG: tables, frame and scans; JFIF and Adobe, which decide the colour model. CMYK keeps
/// its profile, because only the decoder can apply it.
final class JpegToDraw implements JpegSegments.Filter {
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int LARGEST_PROFILE = 4 * 1024 * 1024;

    private final boolean keepsProfile;
    private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
    private int components;
    private int scans;

    private JpegToDraw(boolean keepsProfile) {
        this.keepsProfile = keepsProfile;
    }

    /// @param mostPixels of all scans together, each of which may be a pass over all of the picture
    static Original reduce(Original photo, long mostPixels) throws IOException, Malformed {
        var first = new JpegToDraw(false);
        byte[] reduced = first.copy(photo.bytes());
        long pixels = (long) photo.header().width() * photo.header().height();
        if (first.scans > 1 && first.scans * pixels > mostPixels) {
            throw new Malformed(
                    "a JPEG of %d scans of %d megapixels, which would take too long to draw"
                            .formatted(first.scans, pixels / 1_000_000));
        }
        if (first.components == 4) {
            reduced = new JpegToDraw(true).copy(photo.bytes());
            return photo.reduced(reduced, Optional.empty());
        }
        return photo.reduced(reduced, first.profile());
    }

    /// As [#reduce], without a copy where none is needed: a decoder that passes over metadata by
    /// itself needs but the profile. The scans of a progressive JPEG are counted as well.
    static Original takeProfileOut(Original photo) throws IOException, Malformed {
        var filter = new JpegToDraw(false);
        int frame = JpegSegments.head(new Source(new BytesInput(photo.bytes())), filter);
        return frame == BASELINE || frame == EXTENDED
                ? new Original(photo.bytes(), photo.header(), filter.profile())
                : reduce(photo, Long.MAX_VALUE);
    }

    private byte[] copy(MemorySegment jpeg) throws IOException, Malformed {
        var kept = new ByteArrayOutputStream((int) jpeg.byteSize());
        JpegSegments.copy(new Source(new BytesInput(jpeg)), kept, this);
        return kept.toByteArray();
    }

    @Override
    public byte @Nullable [] keep(int marker, byte[] payload) {
        if (JpegSegments.isFrame(marker) && components == 0 && payload.length > 5) {
            components = payload[5];
        }
        scans += marker == START_OF_SCAN ? 1 : 0;
        if (marker == 0xE2 && isProfile(payload)) {
            profileParts.put(payload[ICC.length] & 0xFF, payload);
            return keepsProfile ? payload : null;
        }
        boolean isMetadata = marker == 0xFE || (marker > 0xE0 && marker <= 0xEF && marker != 0xEE);
        return isMetadata ? null : payload;
    }

    private static boolean isProfile(byte[] payload) {
        return payload.length > ICC.length + 2
                && Arrays.equals(payload, 0, ICC.length, ICC, 0, ICC.length);
    }

    /// A profile above 64 KB is spread over numbered segments.
    private Optional<byte[]> profile() {
        var profile = new ByteArrayOutputStream();
        int header = ICC.length + 2;
        profileParts.values().forEach(p -> profile.write(p, header, p.length - header));
        return profile.size() == 0 || profile.size() > LARGEST_PROFILE
                ? Optional.empty()
                : Optional.of(profile.toByteArray());
    }
}
