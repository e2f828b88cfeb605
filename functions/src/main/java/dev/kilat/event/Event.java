package dev.kilat.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An occasion with a gallery of its own.
///
/// @param joinSecretHash SHA-256 of the join secret in hex; null for a public event. The secret
///   itself is shown once, when it is made.
public record Event(
        EventSlug slug,
        String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        Access access,
        @Nullable String joinSecretHash,
        Instant createdAt) {
    public static final int LONGEST_NAME = 200;

    public Event {
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("name must be 1-" + LONGEST_NAME + " characters");
        }
        if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("ends_at must not be before starts_at");
        }
        if ((access == Access.PRIVATE) != (joinSecretHash != null)) {
            throw new IllegalArgumentException("exactly a private event has a join secret");
        }
    }
}
