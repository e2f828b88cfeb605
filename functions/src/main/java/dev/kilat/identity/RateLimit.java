package dev.kilat.identity;

import java.time.Duration;

/// The port that counts what people do, exactly, however many functions count at once.
public interface RateLimit {
    /// Counts one action of `who`, unless `limit` were counted within the last `window`. What is
    /// refused is not counted, so that whoever keeps trying gets in again.
    ///
    /// @param what kind of action, such as `login`
    /// @param who any text, however long
    Verdict hit(String what, String who, int limit, Duration window);

    /// Forgets what was counted, for somebody who has shown to be no stranger.
    void forget(String what, String who);

    sealed interface Verdict {
        record Allowed() implements Verdict {}

        /// @param retryAfter until the next one will be allowed, more than zero
        record Limited(Duration retryAfter) implements Verdict {}
    }
}
