package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes changes to the log: reads the head, appends behind it, and on a lost race tries again
/// after a random pause.
public final class Journal {
    private static final int MOST_TRIES = 40;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final ChangeLog log;
    private final Pause pause;
    private final RandomGenerator random;

    public Journal(ChangeLog log, Pause pause, RandomGenerator random) {
        this.log = log;
        this.pause = pause;
        this.random = random;
    }

    /// Commits what can be committed, in order and all at once. What was committed before, or may
    /// no longer be, is left out. No two of the changes may be about the same photo.
    ///
    /// @return the photos as committed, in order; none if the event is gone
    /// @throws ContendedException if others were first every time; nothing is committed then
    public List<Photo> commit(EventSlug event, List<Change> wanted) {
        if (wanted.size() > ChangeLog.MOST_CHANGES) {
            throw new IllegalArgumentException(
                    "a commit carries at most " + ChangeLog.MOST_CHANGES + " changes");
        }
        List<Change> changes = new ArrayList<>(wanted);
        int races = 0;
        while (!changes.isEmpty()) {
            Optional<Head> head = log.head(event);
            if (head.isEmpty()) {
                return List.of();
            }
            List<Change> numbered = numbered(changes, head.get().seq());
            switch (log.append(event, head.get(), numbered)) {
                case ChangeLog.Appended.Done _ -> {
                    return numbered.stream().map(Change::photo).toList();
                }
                case ChangeLog.Appended.Refused(var refused) ->
                        refused.stream()
                                .sorted((a, b) -> b - a)
                                .forEach(index -> changes.remove((int) index));
                case ChangeLog.Appended.LostRace _ -> {
                    if (++races == MOST_TRIES) {
                        throw new ContendedException(event);
                    }
                    pause.sleep(jitter(races));
                }
            }
        }
        return List.of();
    }

    /// The changes as they will stand in the log right behind `head`. As that is read before the
    /// photos, counts of what else is in the log are exact if the append does not lose its race.
    private List<Change> numbered(List<Change> changes, long head) {
        List<Change> numbered = new ArrayList<>();
        for (Change change : changes) {
            numbered.add(Restated.on(log, change, head + 1 + numbered.size()));
        }
        return numbered;
    }

    private Duration jitter(int races) {
        long ceiling = Math.min(LONGEST_PAUSE.toMillis(), 4L << Math.min(races, 10));
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    /// Too many writers at once on one event; the caller's delivery is repeated later.
    public static final class ContendedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ContendedException(EventSlug event) {
            super("could not append to the change log of " + event + ": too many writers");
        }
    }
}
