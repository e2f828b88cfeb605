package dev.kilat.contracts.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that an admin wants to upload, 1 to [#MAX_FILES].
public record UploadRequest(@Nullable List<UploadFile> files) {
    public static final int MAX_FILES = 100;
}
