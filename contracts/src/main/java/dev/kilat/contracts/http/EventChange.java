package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an event shall become; null leaves it as it is.
public record EventChange(
        @Nullable String name,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String access)
        implements Sparse {}
