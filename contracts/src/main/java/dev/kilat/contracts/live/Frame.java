package dev.kilat.contracts.live;

/// What the server sends over the WebSocket.
public sealed interface Frame permits BatchEvents, Joined, Pong, ErrorFrame {
    String type();

    /// The record of this literal, for readers that look at `type` first.
    ///
    /// @throws IllegalArgumentException if there is none
    static Class<? extends Frame> ofType(String type) {
        return switch (type) {
            case BatchEvents.TYPE -> BatchEvents.class;
            case Joined.TYPE -> Joined.class;
            case Pong.TYPE -> Pong.class;
            case ErrorFrame.TYPE -> ErrorFrame.class;
            default -> throw new IllegalArgumentException("no frame of type " + type);
        };
    }
}
