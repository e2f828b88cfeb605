package dev.kilat.event;

import java.util.regex.Pattern;

/// The name of an event in every URL and key: 3-63 lower-case letters, digits and inner hyphens.
public record EventSlug(String value) {
    public static final String ALLOWED = "3-63 lower-case letters, digits and inner hyphens";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

    public EventSlug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("slug must be " + ALLOWED);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
