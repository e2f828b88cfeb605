package dev.kilat.http;

import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.CommentId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks of what a client sent, each naming the member at fault.
final class Input {
    /// Letters that turn the text around them, or hide in it.
    private static final Set<Integer> BIDI =
            Set.of(
                    0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067,
                    0x2068, 0x2069);

    private static final Set<Integer> NO_TEXT =
            Set.of(
                    (int) Character.CONTROL,
                    (int) Character.SURROGATE,
                    (int) Character.UNASSIGNED,
                    (int) Character.LINE_SEPARATOR,
                    (int) Character.PARAGRAPH_SEPARATOR);

    private Input() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refused.invalid(field, "is required");
        }
        return value;
    }

    /// One line that people read, without the blanks around it.
    static String name(String field, @Nullable String value, int longest) {
        return letters(field, required(field, value).strip(), longest, "");
    }

    /// Lines that people read, without the blanks around them. A line ends in one newline, however
    /// the client spells it.
    static String text(String field, @Nullable String value, int longest) {
        String text = required(field, value).replace("\r\n", "\n").strip();
        return letters(field, text, longest, "\n");
    }

    /// As cameras and phones write them, direction marks among them: those are left out, as nobody
    /// sees them, and half a letter becomes one that stands for what nobody can read.
    static String fileName(String field, @Nullable String value) {
        StringBuilder name = new StringBuilder();
        required(field, value)
                .codePoints()
                .filter(letter -> !BIDI.contains(letter))
                .map(letter -> Character.getType(letter) == Character.SURROGATE ? 0xFFFD : letter)
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    /// @param alsoAllowed letters that are text here
    private static String letters(String field, String text, int longest, String alsoAllowed) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
            throw Refused.invalid(field, "must have 1-" + longest + " characters");
        }
        if (text.codePoints()
                .anyMatch(letter -> alsoAllowed.indexOf(letter) < 0 && isNoText(letter))) {
            throw Refused.invalid(field, "must have no control or direction characters");
        }
        return text;
    }

    static String notEmpty(String field, @Nullable String value, int longest) {
        String text = required(field, value);
        if (text.isEmpty() || text.length() > longest) {
            throw Refused.invalid(field, "must have 1-" + longest + " characters");
        }
        return text;
    }

    static EventSlug slug(@Nullable String value) {
        try {
            return new EventSlug(required("slug", value));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("slug", "must be " + EventSlug.ALLOWED);
        }
    }

    static CommentId commentId(@Nullable String value) {
        try {
            return new CommentId(required("id", value));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("id", "must be a UUID");
        }
    }

    static Access access(@Nullable String value) {
        for (Access access : Access.values()) {
            if (access.name().toLowerCase(Locale.ROOT).equals(required("access", value))) {
                return access;
            }
        }
        throw Refused.invalid("access", "must be public or private");
    }

    static @Nullable Integer days(String field, @Nullable Integer value) {
        if (value != null && (value < 1 || value > Event.LONGEST_RETENTION_DAYS)) {
            throw Refused.invalid(field, "must be 1-" + Event.LONGEST_RETENTION_DAYS);
        }
        return value;
    }

    private static boolean isNoText(int letter) {
        return BIDI.contains(letter) || NO_TEXT.contains(Character.getType(letter));
    }
}
