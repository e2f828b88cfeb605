package dev.kilat.entry;

import java.time.Duration;

/// The port that says when a message that failed comes again.
@FunctionalInterface
public interface Redelivery {
    /// @param receipt of the delivery that failed
    void in(String receipt, Duration delay);
}
