package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an event shall become. What is absent stays as it is; a null moment takes it away, which
/// only the JSON can tell from absence.
public record EventChange(
        @Nullable String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String access,
        @Nullable Integer retentionDays)
        implements Sparse {}
