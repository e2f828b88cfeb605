package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.WaitingChanges.Fate;
import dev.kilat.photo.WaitingChanges.Left;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    static final int MOST_TOGETHER = 14;

    /// Who commits for the others goes on as long as so many were there: the next would only learn
    /// after a pause that it is its turn.
    static final int A_CROWD = 4;

    /// But the room hears of all that only when it is done, and its own photo has its guests, too.
    private static final int MOST_COMMITS = 8;

    private final ChangeLog log;
    private final EventSlug event;
    private final List<Change> changes;
    private final List<String> names;

    /// What this writer committed itself, by name: nobody needs to be asked about it.
    private final Map<String, Fate> own = new HashMap<>();

    private Optional<Cursor> end = Optional.empty();

    /// Leaves the changes, of which each may wait.
    JointCommit(ChangeLog log, EventSlug event, List<Change> changes) {
        this.log = log;
        this.event = event;
        this.changes = List.copyOf(changes);
        this.names = changes.stream().map(change -> log.leave(event, change)).toList();
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

    /// Whose turn it is: that of whoever left the oldest. Empty if nothing waits.
    Optional<String> turn() {
        return log.waiting(event, 1).stream().map(Left::name).findFirst();
    }

    boolean isOurs(String turn) {
        return names.contains(turn);
    }

    /// Commits what waits, whoever left it, as long as that is a crowd.
    ///
    /// @return how many were decided at first
    int lead() {
        int first = help();
        int decided = first;
        for (int commits = 1; decided >= A_CROWD && commits < MOST_COMMITS; commits++) {
            decided = help();
        }
        return first;
    }

    /// @return how many are decided now
    private int help() {
        List<Left> some = onePerPhoto(log.waiting(event, MOST_TOGETHER));
        if (some.isEmpty()) {
            return 0;
        }
        return log.head(event)
                .map(head -> commit(head, some))
                // The event is gone.
                .orElseGet(() -> refuse(some));
    }

    private int commit(Head head, List<Left> some) {
        List<Change> restated =
                Restated.behind(log, head, some.stream().map(Left::change).toList());
        List<String> together = some.stream().map(Left::name).toList();
        return switch (log.append(event, head, restated, together)) {
            case ChangeLog.Appended.Done(Head after) -> {
                end = Optional.of(after.cursor());
                for (int i = 0; i < together.size(); i++) {
                    own.put(together.get(i), new Fate.Committed(head.seq() + 1 + i));
                }
                yield some.size();
            }
            case ChangeLog.Appended.Refused(var refused) -> {
                List<Left> rest = new ArrayList<>(some);
                List<Left> out = refused.stream().map(some::get).toList();
                rest.removeAll(out);
                yield refuse(out) + (rest.isEmpty() ? 0 : commit(head, rest));
            }
            case ChangeLog.Appended.LostRace _ -> 0;
        };
    }

    private int refuse(List<Left> some) {
        some.forEach(left -> log.refuse(event, left.name()));
        return some.size();
    }

    /// No transaction may touch a photo twice; the second waits for the next one.
    private static List<Left> onePerPhoto(List<Left> waiting) {
        Set<PhotoId> seen = new HashSet<>();
        return waiting.stream().filter(left -> seen.add(left.change().photo().id())).toList();
    }

    /// What became of the changes; empty while one of them is undecided.
    Optional<Journal.Committed> outcome() {
        List<Photo> committed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            switch (fate(names.get(i))) {
                case Fate.Undecided _ -> {
                    return Optional.empty();
                }
                case Fate.Refused _ -> {}
                case Fate.Committed(long seq) -> committed.addAll(committed(changes.get(i), seq));
            }
        }
        return Optional.of(new Journal.Committed(committed, end));
    }

    private Fate fate(String name) {
        Fate known = own.get(name);
        return known == null ? log.fate(event, name) : known;
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
