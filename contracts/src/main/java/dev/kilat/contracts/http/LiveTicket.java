package dev.kilat.contracts.http;

import java.time.Instant;

/// @param url of the WebSocket, with a ticket that is good for one minute
public record LiveTicket(String url, Instant expiresAt) {
    /// Without the URL, which is a permission.
    @Override
    public String toString() {
        return "LiveTicket[expiresAt=" + expiresAt + "]";
    }
}
