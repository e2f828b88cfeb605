package dev.kilat.local.gateway;

import java.time.Duration;

/// What API Gateway refuses, cuts or closes. Tests shrink it; [#ofAws()] is what production meets.
///
/// @param requestBytes largest body of an HTTP request; above it 413
/// @param answerBytes largest answer of a function; above it 500
/// @param integration longest wait for a function behind the HTTP API; then 503
/// @param socketIntegration longest wait for a function behind the WebSocket API
/// @param frameBytes largest frame from a client; above it close code 1009
/// @param messageBytes largest message, either way; above it 1009 (in) or 413 (out)
/// @param idle silence after which a connection closes with 1001
/// @param lifetime age at which a connection closes with 1001
/// @param slowConsumer longest wait for a client to take one message
/// @param waitingSends messages that may queue for one connection; above it 429
public record Limits(
        int requestBytes,
        int answerBytes,
        Duration integration,
        Duration socketIntegration,
        int frameBytes,
        int messageBytes,
        Duration idle,
        Duration lifetime,
        Duration slowConsumer,
        int waitingSends) {

    /// The published quotas of HTTP and WebSocket APIs.
    public static Limits ofAws() {
        return new Limits(
                10 * 1024 * 1024,
                6 * 1024 * 1024,
                Duration.ofSeconds(30),
                Duration.ofSeconds(29),
                32 * 1024,
                128 * 1024,
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                Duration.ofSeconds(10),
                256);
    }
}
