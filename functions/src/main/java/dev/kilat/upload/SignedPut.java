package dev.kilat.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A PUT that may be made once, with exactly these headers.
public record SignedPut(URI url, Map<String, String> headers, Instant expiresAt) {}
