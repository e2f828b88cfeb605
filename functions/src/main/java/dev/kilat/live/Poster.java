package dev.kilat.live;

/// The port on one open connection.
@FunctionalInterface
public interface Poster {
    /// Tries once.
    Posted post(String connectionId, byte[] frame);

    sealed interface Posted {
        record Delivered() implements Posted {}

        /// The connection is closed, or not open yet.
        record Gone() implements Posted {}

        /// Throttled, timed out or broken on the other side: may work in a moment.
        record Retryable(String why) implements Posted {}

        /// Will not work the next time either.
        record Failed(String why) implements Posted {}
    }
}
