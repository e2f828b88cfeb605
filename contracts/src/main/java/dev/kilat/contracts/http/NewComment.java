package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import org.jspecify.annotations.Nullable;

/// A comment to add.
///
/// @param id a UUID made by the client: the same id twice is one comment
/// @param content 1-1000 characters
public record NewComment(@Nullable String id, @Nullable String authorName, @Nullable String content)
        implements Sparse {}
