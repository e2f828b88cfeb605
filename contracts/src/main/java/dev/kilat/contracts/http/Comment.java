package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param id a UUID made by the client
/// @param content 1-1000 characters
public record Comment(
        String id,
        String photoId,
        @Nullable String authorName,
        String content,
        Instant createdAt) {}
