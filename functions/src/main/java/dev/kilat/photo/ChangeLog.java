package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The port on the dense change log of each event: numbered 1, 2, 3 … without a hole, and the
/// photos as those changes left them. All reads are strong. It is one store with what waits to be
/// appended, since that is settled by the append itself.
public interface ChangeLog extends WaitingChanges {
    /// How many changes one append may carry.
    int MOST_CHANGES = 30;

    /// Empty if there is no such event.
    Optional<Head> head(EventSlug event);

    /// Appends all changes right behind `expected`, or nothing at all.
    default Appended append(EventSlug event, Head expected, List<Change> changes) {
        return append(event, expected, changes, List.of());
    }

    /// The same for changes that wait: each is {@link WaitingChanges.Fate.Committed} in the same
    /// instant, and refused if it is decided already.
    ///
    /// @param names under which they wait, in the order of the changes; none if they do not wait
    Appended append(EventSlug event, Head expected, List<Change> changes, List<String> names);

    /// The changes behind `seq`, oldest first: only a prefix without a hole, since a reader may see
    /// a part of a commit before the rest of it. At most `limit`. The log keeps no comment's text:
    /// one that is hidden or gone by now is read as {@link Change.Moderated}.
    List<Change.Logged> after(EventSlug event, long seq, int limit);

    /// The photos guests see, newest first, of those added before `beforeSeq`. At most `limit`.
    List<Photo> newest(EventSlug event, long beforeSeq, int limit);

    /// The photos as they are now, deleted ones too, in no order; `addedAt` are their {@link
    /// Photo#seq}.
    List<Photo> now(EventSlug event, Set<Long> addedAt);

    /// A published photo, deleted or not.
    Optional<Photo> find(PhotoId id);

    sealed interface Appended {
        record Done(Head head) implements Appended {}

        /// Somebody else's append came first: read the head again.
        record LostRace() implements Appended {}

        /// These (indices into the changes) can never be appended: already there, or no longer
        /// allowed.
        record Refused(Set<Integer> changes) implements Appended {}
    }
}
