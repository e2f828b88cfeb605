package dev.kilat.photo;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void what_is_committed_already_is_left_out_and_the_rest_stays_dense() {
        Journal journal = journal(store);
        Pending first = claimed();
        Pending second = claimed();
        Pending third = claimed();
        journal.commit(WEDDING, List.of(added(second)));
        List<Photo> committed =
                journal.commit(WEDDING, List.of(added(first), added(second), added(third)));
        assertThat(committed).extracting(Photo::id).containsExactly(first.id(), third.id());
        assertThat(committed).extracting(Photo::seq).containsExactly(2L, 3L);
    }

    @Test
    void a_lost_race_is_run_again_after_a_pause() {
        Pending ticket = claimed();
        int[] losses = {3};
        Journal journal = journal(Races.lost(store, losses));
        assertThat(journal.commit(WEDDING, List.of(added(ticket)))).hasSize(1);
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.toMillis() <= 400);
    }

    @Test
    void who_always_loses_gives_up_with_nothing_committed() {
        int[] losses = {Integer.MAX_VALUE};
        Journal journal = journal(Races.lost(store, losses));
        Pending ticket = claimed();
        assertThatThrownBy(() -> journal.commit(WEDDING, List.of(added(ticket))))
                .isInstanceOf(Journal.ContendedException.class);
        assertThat(store.head(WEDDING).orElseThrow().seq()).isZero();
    }

    @Test
    void what_was_left_by_a_writer_who_died_is_committed_by_the_next_who_loses() {
        Pending dead = claimed();
        store.leave(WEDDING, added(dead));
        Pending ticket = claimed();
        List<Photo> committed =
                journal(Races.lost(store, new int[] {1})).commit(WEDDING, List.of(added(ticket)));
        assertThat(committed).extracting(Photo::id).containsExactly(ticket.id());
        assertThat(committed).extracting(Photo::seq).containsExactly(2L);
        assertThat(store.find(dead.id()).orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void who_is_not_the_oldest_waits_for_the_other_and_at_last_commits_for_both() {
        store.leave(WEDDING, added(claimed()));
        assertThat(
                        journal(Races.lost(store, new int[] {1}))
                                .commit(WEDDING, List.of(added(claimed()))))
                .hasSize(1);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void whose_turn_it_is_commits_for_a_whole_crowd_and_tells_of_it() {
        List<Pending> crowd = Stream.generate(this::claimed).limit(20).toList();
        crowd.forEach(ticket -> store.leave(WEDDING, added(ticket)));
        Pending last = claimed();
        Journal.Committed committed =
                journal(Races.lost(store, new int[] {1})).append(WEDDING, List.of(added(last)));
        assertThat(committed.photos()).extracting(Photo::seq).containsExactly(21L);
        assertThat(committed.upTo())
                .contains(store.head(WEDDING).orElseThrow().cursor())
                .map(Cursor::seq)
                .contains(21L);
    }

    @Test
    void who_finds_its_change_committed_leaves_the_telling_to_whoever_did_it() {
        store.leave(WEDDING, added(claimed()));
        Journal journal =
                new Journal(
                        Races.lost(store, new int[] {1}),
                        pause -> {
                            pauses.add(pause);
                            new JointCommit(store, WEDDING, List.of(added(claimed()))).lead();
                        },
                        new Random(1));
        Journal.Committed committed = journal.append(WEDDING, List.of(added(claimed())));
        assertThat(committed.photos()).extracting(Photo::seq).containsExactly(2L);
        assertThat(committed.upTo()).isEmpty();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void of_two_changes_that_wait_about_one_photo_each_is_committed() {
        Photo photo = journal(store).commit(WEDDING, List.of(added(claimed()))).getFirst();
        store.leave(WEDDING, comment(photo));
        Photo ready = photo.ready(Samples.thumbnails(), null);
        assertThat(
                        journal(Races.lost(store, new int[] {1}))
                                .commit(WEDDING, List.of(new Change.Updated(ready))))
                .containsExactly(ready.counted(0, 1).asOf(3));
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(3);
        assertThat(store.waiting(WEDDING, 10)).isEmpty();
    }

    @Test
    void what_may_no_longer_be_is_refused_for_those_who_wait_too() {
        Pending ticket = claimed();
        store.leave(WEDDING, added(ticket));
        assertThat(
                        journal(Races.lost(store, new int[] {1}))
                                .commit(WEDDING, List.of(added(ticket))))
                .isEmpty();
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void an_event_that_goes_while_its_changes_wait_takes_them_along() {
        int[] losses = {1};
        ChangeLog purged =
                Races.lost(Races.before(store, "leave", () -> store.startPurge(WEDDING)), losses);
        assertThat(journal(purged).commit(WEDDING, List.of(added(claimed())))).isEmpty();
        assertThat(losses[0]).isZero();
        assertThat(store.waiting(WEDDING, 10)).isEmpty();
    }

    @Test
    void an_admins_word_is_never_left_for_others_to_carry_out() {
        Photo photo = journal(store).commit(WEDDING, List.of(added(claimed()))).getFirst();
        int[] losses = {Integer.MAX_VALUE};
        assertThatThrownBy(() ->
                        journal(Races.lost(store, losses))
                                .commit(WEDDING, List.of(new Change.Deleted(photo))))
                .isInstanceOf(Journal.ContendedException.class);
        assertThat(store.waiting(WEDDING, 10)).isEmpty();
        assertThat(
                        journal(Races.lost(store, new int[] {3}))
                                .commit(WEDDING, List.of(new Change.Deleted(photo))))
                .hasSize(1);
    }

    @Test
    void an_admin_who_lost_a_race_pauses_before_the_next() {
        Photo photo = journal(store).commit(WEDDING, List.of(added(claimed()))).getFirst();
        journal(Races.lost(store, new int[] {3}))
                .commit(WEDDING, List.of(new Change.Deleted(photo)));
        assertThat(pauses).hasSize(3);
    }

    @Test
    void who_met_a_crowd_goes_together_with_it_for_three_commits_more() {
        int[] left = {0};
        ChangeLog counting =
                Races.lost(Races.before(store, "leave", () -> left[0]++), new int[] {1});
        Journal journal = journal(counting);
        for (int commits = 0; commits < 6; commits++) {
            assertThat(journal.commit(WEDDING, List.of(added(claimed())))).hasSize(1);
        }
        assertThat(left[0]).isEqualTo(1 + 3);
    }

    @Test
    void nothing_is_committed_to_an_event_that_is_gone() {
        assertThat(journal(store).commit(PARTY, List.of(added(claimed())))).isEmpty();
    }

    @Test
    void a_change_is_told_with_the_likes_and_comments_that_came_while_it_was_made() {
        Journal journal = journal(store);
        Photo before = journal.commit(WEDDING, List.of(added(claimed()))).getFirst();
        journal.commit(WEDDING, List.of(comment(before)));
        journal.commit(WEDDING, List.of(comment(before)));
        Photo ready = before.ready(Samples.thumbnails(), null);
        assertThat(journal.commit(WEDDING, List.of(new Change.Updated(ready))))
                .containsExactly(ready.counted(0, 2).asOf(4));
        assertThat(store.after(WEDDING, 1, 10))
                .extracting(logged -> logged.change().photo().commentCount())
                .containsExactly(1L, 2L, 2L);
    }

    @Test
    void a_count_is_that_behind_the_comment_that_won_the_race() {
        Photo photo = journal(store).commit(WEDDING, List.of(added(claimed()))).getFirst();
        int[] appends = {0};
        ChangeLog overtaken =
                Races.before(
                        store,
                        "append",
                        () -> {
                            if (appends[0]++ == 0) {
                                journal(store).commit(WEDDING, List.of(comment(photo)));
                            }
                        });
        assertThat(journal(overtaken).commit(WEDDING, List.of(comment(photo))))
                .containsExactly(photo.counted(0, 2).asOf(3));
        assertThat(appends[0]).isGreaterThan(1);
    }

    @Test
    void more_than_a_commit_carries_is_refused() {
        Change change = added(claimed());
        assertThatThrownBy(() -> journal(store).commit(WEDDING, Collections.nCopies(31, change)))
                .hasMessageContaining("30");
    }

    private Journal journal(ChangeLog log) {
        return new Journal(log, pauses::add, new Random(1));
    }

    private Pending claimed() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        return ticket;
    }

    private static Change added(Pending ticket) {
        return Samples.added(Samples.photo(ticket));
    }

    private static Change comment(Photo photo) {
        return new Change.Commented(photo, Samples.comment(photo.id()));
    }
}
