package dev.kilat.photo;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.regex.Pattern;

/// The id of a photo: a ULID, so ids sort by the time their tickets were asked for.
public record PhotoId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /// The first of all ULIDs, which nobody is ever given.
    public static final PhotoId OF_NO_PHOTO = new PhotoId("0".repeat(26));

    public PhotoId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("photo_id must be a ULID of 26 characters");
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// When its ticket was asked for, to the millisecond.
    public Instant askedAt() {
        return Ulid.from(value).getInstant();
    }

    @Override
    public String toString() {
        return value;
    }
}
