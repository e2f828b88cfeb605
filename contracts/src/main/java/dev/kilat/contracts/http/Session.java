package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param token a guest's, for this event, for 7 days
public record Session(String token, String guestId, @Nullable String name, Instant expiresAt) {
    /// Without the token, which no log may see.
    @Override
    public String toString() {
        return "Session[guestId=" + guestId + ", expiresAt=" + expiresAt + "]";
    }
}
