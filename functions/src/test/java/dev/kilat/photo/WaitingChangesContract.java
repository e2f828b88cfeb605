package dev.kilat.photo;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.photo.WaitingChanges.Fate;
import dev.kilat.photo.WaitingChanges.Left;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store promises of changes that wait to be committed by whoever comes next.
public abstract class WaitingChangesContract {
    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    @BeforeEach
    void two_events() {
        events().create(Samples.event(WEDDING));
        events().create(Samples.event(PARTY));
    }

    @Test
    void what_was_left_waits_as_it_was_the_oldest_first() {
        Photo photo = added();
        List<Change> changes =
                List.of(
                        claimed(),
                        new Change.Updated(photo.ready(Samples.thumbnails(), "hash")),
                        new Change.Commented(photo, Samples.comment(photo.id())));
        List<String> names = changes.stream().map(it -> log().leave(WEDDING, it)).toList();

        assertThat(log().waiting(WEDDING, 10)).extracting(Left::change).isEqualTo(changes);
        assertThat(log().waiting(WEDDING, 10)).extracting(Left::name).isEqualTo(names);
        assertThat(names).isSorted();
        assertThat(log().waiting(WEDDING, 2)).extracting(Left::name).isEqualTo(names.subList(0, 2));
        assertThat(log().waiting(PARTY, 10)).isEmpty();
        assertThat(log().fate(WEDDING, names.getFirst())).isEqualTo(new Fate.Undecided());
    }

    @Test
    void an_append_settles_what_waited_and_nothing_waits_twice() {
        Photo photo = added();
        Change first = claimed();
        Change second = new Change.Updated(photo.ready(Samples.thumbnails(), null));
        List<String> names = List.of(log().leave(WEDDING, first), log().leave(WEDDING, second));

        assertThat(append(List.of(at(first, 2), second), names))
                .isInstanceOf(ChangeLog.Appended.Done.class);

        assertThat(log().fate(WEDDING, names.get(0))).isEqualTo(new Fate.Committed(2));
        assertThat(log().fate(WEDDING, names.get(1))).isEqualTo(new Fate.Committed(3));
        assertThat(log().waiting(WEDDING, 10)).isEmpty();
    }

    @Test
    void what_is_decided_is_not_committed_again() {
        Change change = claimed();
        String name = log().leave(WEDDING, change);
        log().refuse(WEDDING, name);

        assertThat(append(List.of(at(change, 1)), List.of(name)))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(0)));
        assertThat(log().fate(WEDDING, name)).isEqualTo(new Fate.Refused());
        assertThat(log().waiting(WEDDING, 10)).isEmpty();
        assertThat(log().head(WEDDING).orElseThrow().seq()).isZero();
    }

    @Test
    void one_that_may_not_be_committed_leaves_the_others_undecided() {
        Change good = claimed();
        Change unknown = Samples.added(Samples.photo(Samples.ticket(WEDDING)));
        List<String> names = List.of(log().leave(WEDDING, good), log().leave(WEDDING, unknown));

        assertThat(append(List.of(at(good, 1), at(unknown, 2)), names))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(1)));
        assertThat(log().fate(WEDDING, names.get(0))).isEqualTo(new Fate.Undecided());
    }

    @Test
    void a_lost_race_decides_nothing() {
        Head stale = log().head(WEDDING).orElseThrow();
        added();
        Change change = claimed();
        String name = log().leave(WEDDING, change);

        assertThat(log().append(WEDDING, stale, List.of(at(change, 1)), List.of(name)))
                .isInstanceOf(ChangeLog.Appended.LostRace.class);
        assertThat(log().fate(WEDDING, name)).isEqualTo(new Fate.Undecided());
    }

    @Test
    void a_refusal_comes_too_late_for_what_is_committed() {
        Change change = claimed();
        String name = log().leave(WEDDING, change);
        append(List.of(at(change, 1)), List.of(name));

        log().refuse(WEDDING, name);

        assertThat(log().fate(WEDDING, name)).isEqualTo(new Fate.Committed(1));
    }

    private ChangeLog.Appended append(List<Change> changes, List<String> names) {
        return log().append(WEDDING, log().head(WEDDING).orElseThrow(), changes, names);
    }

    private Change claimed() {
        Pending ticket = Samples.ticket(WEDDING);
        pending().claim(ticket);
        return Samples.added(Samples.photo(ticket));
    }

    private static Change at(Change added, long seq) {
        return Samples.added(added.photo().at(seq));
    }

    private Photo added() {
        Change added = at(claimed(), log().head(WEDDING).orElseThrow().seq() + 1);
        assertThat(append(List.of(added), List.of())).isInstanceOf(ChangeLog.Appended.Done.class);
        return added.photo();
    }
}
