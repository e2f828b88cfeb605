package dev.kilat.contracts.http;

import java.time.Instant;
import java.util.Map;

/// The one request that S3 will take for this file: every header is part of the signature.
public record SignedPut(String method, String url, Map<String, String> headers, Instant expiresAt) {
    public SignedPut(String url, Map<String, String> headers, Instant expiresAt) {
        this("PUT", url, headers, expiresAt);
    }

    /// Without the URL, which is a permission.
    @Override
    public String toString() {
        return "SignedPut[expiresAt=" + expiresAt + "]";
    }
}
