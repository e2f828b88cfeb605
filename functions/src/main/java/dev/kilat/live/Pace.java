package dev.kilat.live;

import java.time.Duration;
import java.time.Instant;

/// The port that keeps what is told of one thing to once a second, however many have news of it.
/// Whoever has news tells it now, or leaves word that somebody has to, or finds that word left.
/// Times are the callers'; all of them keep the same time to within a second.
public interface Pace {
    /// For so long nothing more is told.
    Duration WINDOW = Duration.ofSeconds(1);

    /// Word that was left longer ago than this is not waited for: whoever left it died.
    Duration WORD_HOLDS = Duration.ofSeconds(10);

    /// To be called when the news can be read by everybody.
    Taken take(String key, Instant now);

    /// Takes the word away and closes the window again, both at once, if the window is open. Only
    /// then may the news be read: whoever comes later leaves word anew.
    Reopened reopen(String key, Instant now);

    /// Takes back word that nobody will hear.
    void forget(String key);

    enum Taken {
        /// Yours to tell, now; the window is closed behind you.
        NOW,
        /// Yours to see to: you have left word, and somebody has to {@link Pace#reopen}.
        LATER,
        /// Whoever left word will tell it.
        SEEN_TO
    }

    sealed interface Reopened {
        /// Yours to tell, now.
        record Yours() implements Reopened {}

        record Closed(Instant until) implements Reopened {}
    }
}
