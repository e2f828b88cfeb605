package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.live.Pace.Reopened;
import dev.kilat.photo.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells news of one thing at most once a second, and the last of it always within about a second.
/// No one who has news waits: what cannot be told at once is told from behind the fan-out queue.
public final class Throttle {
    private static final int MOST_TRIES = 10;
    private static final System.Logger LOG = System.getLogger(Throttle.class.getName());

    private final Pace pace;
    private final InstantSource clock;
    private final Pause pause;

    public Throttle(Pace pace, InstantSource clock, Pause pause) {
        this.pace = pace;
        this.clock = clock;
        this.pause = pause;
    }

    /// There is news of `key`, which everybody can read by now. Never fails: whoever made the news
    /// has done so.
    ///
    /// @param tell reads what is new, and tells it
    /// @param later has {@link #due} called in about a second
    public void news(String key, Runnable tell, Runnable later) {
        try {
            switch (pace.take(key, clock.instant())) {
                case NOW -> now(key, tell, later);
                case LATER -> later(key, later);
                case SEEN_TO -> {}
            }
        } catch (RuntimeException e) {
            LOG.log(WARNING, "nobody was told of " + key, e);
        }
    }

    private void now(String key, Runnable tell, Runnable later) {
        try {
            tell.run();
        } catch (RuntimeException e) {
            LOG.log(WARNING, key + " is left to the queue", e);
            if (pace.take(key, clock.instant()) == Pace.Taken.LATER) {
                later(key, later);
            }
        }
    }

    private void later(String key, Runnable later) {
        try {
            later.run();
        } catch (RuntimeException e) {
            pace.forget(key);
            throw e;
        }
    }

    /// Tells what word was left of, once the window opens. The same word may come twice.
    public void due(String key, Runnable tell) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Instant now = clock.instant();
            switch (pace.reopen(key, now)) {
                case Reopened.Yours() -> {
                    tell.run();
                    return;
                }
                case Reopened.Closed(Instant until) -> pause.sleep(Duration.between(now, until));
            }
        }
        throw new IllegalStateException("others tell of " + key + " all the time");
    }
}
