package dev.kilat.live;

import java.time.Instant;

/// The port that elects one sender for each feed, by a lease: a sender that dies is replaced when
/// its lease ends. Times are the callers'; all of them keep the same time to within a second.
public interface Senders {
    /// Takes the lease if it is free, has ended, or is the owner's already.
    Taken take(Feed feed, String owner, Instant now, Instant until);

    /// Sees that the room is sent frames up to `seq`: by whoever holds the lease, who is left word,
    /// or by the owner, who {@link #take}s it.
    Taken ask(Feed feed, String owner, long seq, Instant now, Instant until);

    /// Notes how far the turn came, and lets go of the lease unless more is wanted.
    Released release(Feed feed, Turn turn);

    /// Notes how far the turn came, and holds the lease until then.
    ///
    /// @return false if it is no longer the owner's
    boolean keep(Feed feed, Turn turn, Instant until);

    sealed interface Taken {
        record Yours(Turn turn) implements Taken {}

        record Held() implements Taken {}
    }

    enum Released {
        FREE,
        /// Somebody left word since: the lease is still the owner's.
        MORE_WANTED,
        /// The lease ended, and somebody else sends now.
        LOST
    }
}
