package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as guests see it.
///
/// @param access `public` or `private`
public record GuestEvent(
        String slug,
        String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String access) {}
