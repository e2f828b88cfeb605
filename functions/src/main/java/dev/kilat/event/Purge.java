package dev.kilat.event;

/// Removes all that an event left behind: open pages, objects, rows.
public interface Purge {
    /// Purges for at most about ten seconds; what is left goes on with the next call.
    ///
    /// @return true if nothing is left and the slug is free again
    boolean purge(EventSlug event);

    /// Removes what came late to purged events: an upload that was under way, a thumbnail that was
    /// being made. A store that nothing comes late to has nothing to do.
    default void sweep() {}
}
