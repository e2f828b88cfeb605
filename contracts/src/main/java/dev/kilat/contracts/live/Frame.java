package dev.kilat.contracts.live;

/// What the server sends over the WebSocket.
public sealed interface Frame permits BatchEvents, Joined, Pong, ErrorFrame {
    String type();
}
