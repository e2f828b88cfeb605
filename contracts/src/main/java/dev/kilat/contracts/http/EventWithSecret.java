package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A private event at its creation, the only time that its secret is told.
///
/// @param access always `private`
/// @param joinUrl the gallery's page with `#join={secret}`
public record EventWithSecret(
        String slug,
        String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String access,
        Instant createdAt,
        long photoCount,
        String joinUrl,
        String joinSecret,
        @Nullable Integer retentionDays)
        implements Retained {
    /// Without the secret, which no log may see.
    @Override
    public String toString() {
        return "EventWithSecret[slug=" + slug + "]";
    }
}
