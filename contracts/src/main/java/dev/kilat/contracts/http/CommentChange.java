package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import org.jspecify.annotations.Nullable;

/// @param hidden whether guests no longer see the comment
public record CommentChange(@Nullable Boolean hidden) implements Sparse {}
