package dev.kilat.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file somebody wants to upload, as they describe it.
///
/// @param size in bytes
/// @param sha256 base64
public record Wanted(
        String fileName,
        String contentType,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbhash,
        @Nullable Instant takenAt) {}
