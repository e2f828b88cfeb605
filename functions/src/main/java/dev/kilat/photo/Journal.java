package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Writes changes to the log: reads the head, and appends behind it. Whoever loses that race goes
/// on together with the others who did.
public final class Journal {
    private static final int MOST_TRIES = 40;

    /// So much longer (as a power of two) is the pause of those who wait for another's commit. Half
    /// of it would often be too short, and each look in vain takes the store's time from those who
    /// commit.
    private static final int A_COMMIT = 5;

    /// Who lost a race for the end of an event's log, or met a crowd, does not run so many times:
    /// in a crowd each run is a transaction in vain, or spoils that of all the others.
    private static final int STAY_TOGETHER = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final ChangeLog log;
    private final Pause pause;
    private final RandomGenerator random;

    /// How many commits to an event are still not to race.
    private final Map<EventSlug, Integer> crowds = new ConcurrentHashMap<>();

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
        return append(event, wanted).photos();
    }

    /// The same, for who goes on from where the log ends now.
    public Committed append(EventSlug event, List<Change> wanted) {
        if (wanted.size() > ChangeLog.MOST_CHANGES) {
            throw new IllegalArgumentException(
                    "a commit carries at most " + ChangeLog.MOST_CHANGES + " changes");
        }
        boolean mayWait = wanted.stream().allMatch(JointCommit::mayWait);
        List<Change> changes = new ArrayList<>(wanted);
        int races = 0;
        while (!changes.isEmpty()) {
            if (mayWait && isCrowded(event)) {
                return together(event, changes, true);
            }
            Optional<Head> head = log.head(event);
            if (head.isEmpty()) {
                return Committed.NOTHING;
            }
            List<Change> restated = Restated.behind(log, head.get(), changes);
            switch (log.append(event, head.get(), restated)) {
                case ChangeLog.Appended.Done(Head after) -> {
                    return new Committed(
                            restated.stream().map(Change::photo).toList(),
                            Optional.of(after.cursor()));
                }
                case ChangeLog.Appended.Refused(var refused) ->
                        refused.stream()
                                .sorted((a, b) -> b - a)
                                .forEach(index -> changes.remove((int) index));
                case ChangeLog.Appended.LostRace _ -> {
                    if (mayWait) {
                        crowds.put(event, STAY_TOGETHER);
                        return together(event, changes, false);
                    }
                    if (++races == MOST_TRIES) {
                        throw new ContendedException(event);
                    }
                    pause.sleep(upTo(ceiling(races)));
                }
            }
        }
        return Committed.NOTHING;
    }

    private boolean isCrowded(EventSlug event) {
        Integer left = crowds.computeIfPresent(event, (_, n) -> n == 0 ? null : n - 1);
        return left != null;
    }

    /// @param isLed whether there was a crowd just now: somebody commits for it, most likely, and
    ///   who asks at once whose turn it is asks in vain
    private Committed together(EventSlug event, List<Change> changes, boolean isLed) {
        JointCommit joint = new JointCommit(log, event, changes);
        Patience patience = new Patience();
        boolean alone = false;
        if (isLed) {
            pause.sleep(anothersCommit(1));
        }
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            Optional<Committed> outcome = joint.outcome();
            if (outcome.isPresent()) {
                if (!alone) {
                    crowds.put(event, STAY_TOGETHER);
                }
                return outcome.get();
            }
            Optional<String> turn = joint.turn();
            if (turn.isEmpty() && log.head(event).isEmpty()) {
                return Committed.NOTHING;
            }
            if (turn.filter(joint::isOurs).isPresent() || patience.endsAt(turn)) {
                int decided = joint.lead();
                alone = decided < JointCommit.A_CROWD;
                if (decided == 0) {
                    pause.sleep(upTo(ceiling(tries)));
                }
            } else if (turn.isPresent()) {
                pause.sleep(anothersCommit(tries));
            }
        }
        throw new ContendedException(event);
    }

    /// A crowd that asks too often has no time to commit.
    private Duration anothersCommit(int tries) {
        Duration most = ceiling(tries + A_COMMIT);
        return most.minus(upTo(most.dividedBy(2)));
    }

    private static Duration ceiling(int races) {
        return Duration.ofMillis(Math.min(LONGEST_PAUSE.toMillis(), 4L << Math.min(races, 10)));
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    /// What a commit came to.
    ///
    /// @param photos as committed, in order
    /// @param upTo where the log ended then: for the one who appended, and so tells of it, also
    ///   where only others' changes were committed; empty if nothing was, or by somebody else
    public record Committed(List<Photo> photos, Optional<Cursor> upTo) {
        static final Committed NOTHING = new Committed(List.of(), Optional.empty());
    }

    /// Too many writers at once on one event; the caller's delivery is repeated later.
    public static final class ContendedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ContendedException(EventSlug event) {
            super("could not append to the change log of " + event + ": too many writers");
        }
    }
}
