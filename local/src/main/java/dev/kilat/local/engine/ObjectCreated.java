package dev.kilat.local.engine;

import java.time.Instant;

/// An object that has just been written whole.
///
/// @param operation how: `Put`, `Copy` or `CompleteMultipartUpload`, as event names end
/// @param size in bytes
/// @param eTag without quotes
public record ObjectCreated(
        String bucket, String key, String operation, long size, String eTag, Instant at) {}
