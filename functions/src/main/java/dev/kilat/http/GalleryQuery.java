package dev.kilat.http;

import dev.kilat.photo.Cursor;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What `GET …/photos` asks for: a page of the newest photos, or what changed behind a cursor.
sealed interface GalleryQuery {
    int limit();

    record Newest(OptionalLong before, int limit) implements GalleryQuery {}

    record Since(Cursor cursor, int limit) implements GalleryQuery {}

    int DEFAULT_LIMIT = 60;
    int LARGEST_LIMIT = 200;
    Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    Pattern BEFORE = Pattern.compile("[1-9][0-9]{0,11}");

    static GalleryQuery of(Map<String, String> query) {
        if (!query.getOrDefault("sort", "newest").equals("newest")) {
            throw Refused.invalid("sort", "must be newest");
        }
        int limit = limit(query);
        String since = query.get("since");
        String before = query.get("before");
        if (since == null) {
            return new Newest(before == null ? OptionalLong.empty() : before(before), limit);
        }
        if (before != null) {
            throw Refused.invalid("before", "cannot be combined with since");
        }
        try {
            return new Since(Cursor.parse(since), limit);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("since", "must be a cursor that an earlier answer gave");
        }
    }

    /// The opposite of what {@link GalleryQuery#of} reads.
    static String before(long seq) {
        return Long.toString(seq);
    }

    private static OptionalLong before(String text) {
        if (!BEFORE.matcher(text).matches()) {
            throw Refused.invalid("before", "must be what an earlier page gave");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static int limit(Map<String, String> query) {
        String text = query.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Refused.invalid("limit", "must be 1-" + LARGEST_LIMIT);
        }
        return limit;
    }
}
