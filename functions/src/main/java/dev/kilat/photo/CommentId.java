package dev.kilat.photo;

import java.util.Locale;
import java.util.regex.Pattern;

/// The id of a comment: a UUID that the writer's page made, so that sending it twice is one
/// comment. Small letters and capitals are the same id.
public record CommentId(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public CommentId {
        value = value.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a comment's id must be a UUID");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
