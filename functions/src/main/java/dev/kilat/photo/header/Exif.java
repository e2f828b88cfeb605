package dev.kilat.photo.header;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What we use of EXIF. A value that makes no sense counts as not given.
///
/// @param orientation 1-8
record Exif(int orientation, @Nullable Instant takenAt) {
    private static final int ORIENTATION = 0x0112;
    private static final int DATE_TIME_ORIGINAL = 0x9003;
    private static final int OFFSET_TIME_ORIGINAL = 0x9011;
    private static final int SHORT = 3;

    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{4})[:-](\\d{2})[:-](\\d{2})[ T](\\d{2}):(\\d{2}):(\\d{2}).*",
                    Pattern.DOTALL);

    static Optional<Exif> read(byte[] tiff) {
        return Tiff.read(tiff).map(found -> new Exif(orientation(found), takenAt(found)));
    }

    private static int orientation(Tiff tiff) {
        var value = tiff.main().get(ORIENTATION);
        if (value == null || value.type() != SHORT) {
            return 1;
        }
        int orientation = value.data().getShort(0);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    private static @Nullable Instant takenAt(Tiff tiff) {
        var moment = MOMENT.matcher(text(tiff.exif(), DATE_TIME_ORIGINAL));
        if (!moment.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            Integer.parseInt(moment.group(1)),
                            Integer.parseInt(moment.group(2)),
                            Integer.parseInt(moment.group(3)),
                            Integer.parseInt(moment.group(4)),
                            Integer.parseInt(moment.group(5)),
                            Integer.parseInt(moment.group(6)))
                    .toInstant(offset(text(tiff.exif(), OFFSET_TIME_ORIGINAL)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException none) {
            return ZoneOffset.UTC;
        }
    }

    private static String text(Map<Integer, Tiff.Value> directory, int tag) {
        var value = directory.get(tag);
        return value == null
                ? ""
                : new String(value.bytes(), StandardCharsets.US_ASCII).replace("\0", "").strip();
    }
}
