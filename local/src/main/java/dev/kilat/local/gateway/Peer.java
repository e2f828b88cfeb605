package dev.kilat.local.gateway;

import java.time.Instant;

/// Who is at the other end of a WebSocket.
record Peer(
        String connectionId, Instant connectedAt, String host, String sourceIp, String userAgent) {}
