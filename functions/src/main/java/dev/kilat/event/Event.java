package dev.kilat.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An occasion with a gallery of its own.
///
/// @param joinSecretHash SHA-256 of the join secret in hex; null for a public event. The secret
///   itself is shown once, when it is made.
/// @param retentionDays so long after its end all of it is purged; null: it is kept
public record Event(
        EventSlug slug,
        String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        Access access,
        @Nullable String joinSecretHash,
        Instant createdAt,
        @Nullable Integer retentionDays) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_RETENTION_DAYS = 3650;

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
        if (retentionDays != null
                && (endsAt == null
                        || retentionDays < 1
                        || retentionDays > LONGEST_RETENTION_DAYS)) {
            throw new IllegalArgumentException("an event that ends may be kept for days after it");
        }
    }

    /// When it is purged by itself; empty if it is kept.
    public Optional<Instant> keptUntil() {
        return Optional.ofNullable(endsAt)
                .filter(_ -> retentionDays != null)
                .map(end -> end.plus(Duration.ofDays(retentionDays == null ? 0 : retentionDays)));
    }

    public boolean isOutstayed(Instant now) {
        return keptUntil().filter(until -> !until.isAfter(now)).isPresent();
    }
}
