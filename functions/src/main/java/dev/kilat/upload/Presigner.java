package dev.kilat.upload;

/// The port on presigned uploads: length, type, checksum and "not if it exists" are part of the
/// signature.
public interface Presigner {
    SignedPut put(String key, String contentType, long size, String sha256);
}
