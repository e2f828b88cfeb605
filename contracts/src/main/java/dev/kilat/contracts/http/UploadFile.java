package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file to upload, as its owner describes it.
///
/// @param contentType `image/jpeg`, `image/png` or `image/webp`, else the file is rejected
/// @param size bytes, at most [#MAX_BYTES], else the file is rejected
/// @param sha256 base64, as S3 takes it
/// @param width as displayed, a hint; so is the height
/// @param thumbhash base64
public record UploadFile(
        @Nullable String fileName,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbhash,
        @Nullable Instant takenAt)
        implements Sparse {
    /// 100 MB.
    public static final long MAX_BYTES = 100L * 1024 * 1024;
}
