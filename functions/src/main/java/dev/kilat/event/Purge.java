package dev.kilat.event;

/// Removes all that an event left behind: objects, rows, connections.
public interface Purge {
    /// Purges for at most about ten seconds; what is left goes on with the next call.
    ///
    /// @return true if nothing is left and the slug is free again
    boolean purge(EventSlug event);
}
