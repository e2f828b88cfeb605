package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.WaitingChanges.Fate;
import dev.kilat.photo.WaitingChanges.Left;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Commits where many writers meet: each leaves its change, whoever left the oldest commits all
/// that wait, and the others find theirs committed.
///
/// Turns only save work. Any writer may commit for all at any time, so nobody's death holds up the
/// rest: after a while they do not wait for the oldest any more. A change whose writer died is
/// committed by the others, as if its writer had died right behind its commit.
final class JointCommit {
    /// With the rows of a comment, the most that one transaction of DynamoDB can carry.
    static final int MOST_TOGETHER = 15;

    private final ChangeLog log;
    private final EventSlug event;

    JointCommit(ChangeLog log, EventSlug event) {
        this.log = log;
        this.event = event;
    }

    /// Whether the change may be committed by others, and so perhaps after its writer gave up. What
    /// an admin decides is committed while the admin waits, or not at all: later it could undo what
    /// was decided since.
    static boolean mayWait(Change change) {
        return switch (change) {
            case Change.Added _, Change.Updated _, Change.Commented _ -> true;
            case Change.Deleted _, Change.Restored _, Change.Moderated _ -> false;
        };
    }

    List<String> leave(List<Change> changes) {
        return changes.stream().map(change -> log.leave(event, change)).toList();
    }

    /// Whose turn it is: that of whoever left the oldest. Empty if nothing waits.
    Optional<String> turn() {
        return log.waiting(event, 1).stream().map(Left::name).findFirst();
    }

    /// Tries to commit what waits, whoever left it.
    ///
    /// @return whether some of it is decided now
    boolean help() {
        List<Left> some = onePerPhoto(log.waiting(event, MOST_TOGETHER));
        Optional<Head> head = log.head(event);
        if (some.isEmpty()) {
            return false;
        }
        if (head.isEmpty()) {
            // The event is gone.
            some.forEach(left -> log.refuse(event, left.name()));
            return true;
        }
        List<Change> changes =
                Restated.behind(log, head.get(), some.stream().map(Left::change).toList());
        List<String> names = some.stream().map(Left::name).toList();
        return switch (log.append(event, head.get(), changes, names)) {
            case ChangeLog.Appended.Done _ -> true;
            case ChangeLog.Appended.Refused(var refused) -> {
                refused.forEach(index -> log.refuse(event, names.get(index)));
                yield true;
            }
            case ChangeLog.Appended.LostRace _ -> false;
        };
    }

    /// No transaction may touch a photo twice; the second waits for the next one.
    private static List<Left> onePerPhoto(List<Left> waiting) {
        Set<PhotoId> seen = new HashSet<>();
        return waiting.stream().filter(left -> seen.add(left.change().photo().id())).toList();
    }

    /// What became of the changes; empty while one of them is undecided.
    Optional<Journal.Committed> outcome(String epoch, List<String> names, List<Change> changes) {
        List<Photo> committed = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < names.size(); i++) {
            switch (log.fate(event, names.get(i))) {
                case Fate.Undecided _ -> {
                    return Optional.empty();
                }
                case Fate.Refused _ -> {}
                case Fate.Committed(long seq) -> {
                    committed.addAll(committed(changes.get(i), seq));
                    last = Math.max(last, seq);
                }
            }
        }
        names.forEach(name -> log.forget(event, name));
        return Optional.of(
                last == 0
                        ? Journal.Committed.NOTHING
                        : new Journal.Committed(committed, Optional.of(new Cursor(epoch, last))));
    }

    /// A new photo is committed as it is; of all others, what whoever committed them found counts.
    private List<Photo> committed(Change change, long seq) {
        return change instanceof Change.Added(Photo photo, var _)
                ? List.of(photo.at(seq))
                : log.after(event, seq - 1, 1).stream()
                        .map(logged -> logged.change().photo())
                        .toList();
    }
}
