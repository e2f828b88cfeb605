package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes changes to the log: reads the head, and appends behind it. Whoever loses that race goes
/// on together with the others who did.
public final class Journal {
    private static final int MOST_TRIES = 40;

    /// After so many lost races there is a crowd.
    private static final int ALONE = 2;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final ChangeLog log;
    private final Pause pause;
    private final RandomGenerator random;

    public Journal(ChangeLog log, Pause pause, RandomGenerator random) {
        this.log = log;
        this.pause = pause;
        this.random = random;
    }

    /// Commits what can be committed, in order and all at once, but where writers crowd: there one
    /// by one. What was committed before, or may no longer be, is left out. No two of the changes
    /// may be about the same photo.
    ///
    /// @return the photos as committed, in order; none if the event is gone
    /// @throws ContendedException if others were first every time; what may not wait is not
    ///   committed then, and what may is perhaps committed later
    public List<Photo> commit(EventSlug event, List<Change> wanted) {
        if (wanted.size() > ChangeLog.MOST_CHANGES) {
            throw new IllegalArgumentException(
                    "a commit carries at most " + ChangeLog.MOST_CHANGES + " changes");
        }
        boolean mayWait = wanted.stream().allMatch(JointCommit::mayWait);
        List<Change> changes = new ArrayList<>(wanted);
        int races = 0;
        while (!changes.isEmpty()) {
            Optional<Head> head = log.head(event);
            if (head.isEmpty()) {
                return List.of();
            }
            List<Change> restated = Restated.behind(log, head.get(), changes);
            switch (log.append(event, head.get(), restated)) {
                case ChangeLog.Appended.Done _ -> {
                    return restated.stream().map(Change::photo).toList();
                }
                case ChangeLog.Appended.Refused(var refused) ->
                        refused.stream()
                                .sorted((a, b) -> b - a)
                                .forEach(index -> changes.remove((int) index));
                case ChangeLog.Appended.LostRace _ -> {
                    if (++races == MOST_TRIES) {
                        throw new ContendedException(event);
                    }
                    if (mayWait && races == ALONE) {
                        return together(event, changes);
                    }
                    pause.sleep(jitter(races));
                }
            }
        }
        return List.of();
    }

    private List<Photo> together(EventSlug event, List<Change> changes) {
        JointCommit joint = new JointCommit(log, event);
        List<String> names = joint.leave(changes);
        for (int races = 1; races < MOST_TRIES; races++) {
            Optional<List<Photo>> outcome = joint.outcome(names);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (!joint.help()) {
                pause.sleep(jitter(races));
            }
        }
        throw new ContendedException(event);
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
