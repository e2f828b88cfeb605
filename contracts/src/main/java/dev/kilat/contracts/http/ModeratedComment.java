package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A comment as admins see it.
///
/// @param hidden guests do not see it
public record ModeratedComment(
        String id,
        String photoId,
        @Nullable String authorName,
        String content,
        Instant createdAt,
        boolean hidden) {}
