package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as admins see it.
///
/// @param access `public` or `private`
/// @param joinUrl the gallery's page, without the secret of a private event, which is not kept
public record Event(
        String slug,
        String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String access,
        Instant createdAt,
        long photoCount,
        String joinUrl,
        @Nullable Integer retentionDays)
        implements Retained {}
