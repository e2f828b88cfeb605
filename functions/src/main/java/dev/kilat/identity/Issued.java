package dev.kilat.identity;

import java.time.Instant;

/// A signed token and when it stops to be one, in whole seconds.
public record Issued(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "Issued[expiresAt=" + expiresAt + "]";
    }
}
