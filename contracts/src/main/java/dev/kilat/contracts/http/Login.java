package dev.kilat.contracts.http;

import java.time.Instant;

/// @param token an admin's, for one hour
/// @param tokenType always `Bearer`
/// @param role always `admin`
public record Login(String token, String tokenType, Instant expiresAt, String role) {
    public Login(String token, Instant expiresAt) {
        this(token, "Bearer", expiresAt, "admin");
    }

    /// Without the token, which no log may see.
    @Override
    public String toString() {
        return "Login[expiresAt=" + expiresAt + ", role=" + role + "]";
    }
}
