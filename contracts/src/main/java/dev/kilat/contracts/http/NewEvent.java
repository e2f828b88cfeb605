package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event to create; without a window it is always open.
///
/// @param access `public` or `private`
public record NewEvent(
        @Nullable String slug,
        @Nullable String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String access,
        @Nullable Integer retentionDays)
        implements Sparse {}
