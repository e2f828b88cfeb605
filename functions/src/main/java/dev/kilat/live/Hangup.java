package dev.kilat.live;

/// The port that cuts off one open connection.
@FunctionalInterface
public interface Hangup {
    /// Does nothing if the connection is closed already.
    void hangUp(String connectionId);
}
