package dev.kilat.photo;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of the change log promises.
public abstract class ChangeLogContract {
    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    @BeforeEach
    void an_event() {
        events().create(Samples.event(WEDDING));
    }

    @Test
    void a_new_event_has_an_empty_log_of_its_own_epoch() {
        events().create(Samples.event(PARTY));
        Head wedding = log().head(WEDDING).orElseThrow();
        Head party = log().head(PARTY).orElseThrow();
        assertThat(wedding.seq()).isZero();
        assertThat(wedding.photoCount()).isZero();
        assertThat(wedding.epoch()).isNotEqualTo(party.epoch());
        assertThat(log().after(WEDDING, 0, 10)).isEmpty();
    }

    @Test
    void an_unknown_event_has_no_head_and_nothing_can_be_appended_to_it() {
        assertThat(log().head(PARTY)).isEmpty();
        Pending ticket = claimed();
        assertThat(
                        log().append(
                                        PARTY,
                                        new Head(UUID.randomUUID().toString(), 0, 0, null),
                                        List.of(Samples.added(Samples.photo(ticket).at(1)))))
                .isInstanceOf(ChangeLog.Appended.LostRace.class);
    }

    @Test
    void changes_are_numbered_densely_and_read_in_order() {
        Photo first = added();
        Photo second = added();
        append(new Change.Updated(first.ready(Samples.thumbnails(), null)));
        List<Change.Logged> changes = log().after(WEDDING, 0, 10);
        assertThat(changes).extracting(Change.Logged::seq).containsExactly(1L, 2L, 3L);
        assertThat(changes)
                .extracting(Change.Logged::change)
                .containsExactly(
                        Samples.added(first),
                        Samples.added(second),
                        new Change.Updated(first.ready(Samples.thumbnails(), null)));
        assertThat(log().after(WEDDING, 1, 1)).extracting(Change.Logged::seq).containsExactly(2L);
        assertThat(log().after(WEDDING, 3, 10)).isEmpty();
    }

    @Test
    void a_photo_tells_the_last_change_that_is_in_it() {
        Photo photo = added();
        Comment comment = Samples.comment(photo.id());
        Journal journal = new Journal(log(), _ -> {}, new Random(1));
        for (Change change :
                List.of(
                        new Change.Updated(photo.ready(Samples.thumbnails(), null)),
                        new Change.Commented(photo, comment),
                        new Change.Moderated(photo, comment.id(), 3, Change.Ruling.HIDE),
                        new Change.Deleted(photo),
                        new Change.Restored(photo))) {
            journal.commit(WEDDING, List.of(change));
            assertThat(log().now(WEDDING, Set.of(photo.seq())))
                    .extracting(Photo::asOf)
                    .containsExactly(log().head(WEDDING).orElseThrow().seq());
        }
        assertThat(log().head(WEDDING).orElseThrow().seq()).isEqualTo(6);
    }

    @Test
    void an_append_behind_a_head_that_moved_on_loses_the_race_and_leaves_nothing() {
        Head stale = log().head(WEDDING).orElseThrow();
        added();
        Pending ticket = claimed();
        assertThat(
                        log().append(
                                        WEDDING,
                                        stale,
                                        List.of(Samples.added(Samples.photo(ticket).at(1)))))
                .isInstanceOf(ChangeLog.Appended.LostRace.class);
        assertThat(log().find(ticket.id())).isEmpty();
        assertThat(log().head(WEDDING).orElseThrow().seq()).isEqualTo(1);
    }

    @Test
    void an_append_to_a_head_that_never_was_loses_the_race_so_that_no_number_is_left_out() {
        Head head = log().head(WEDDING).orElseThrow();
        Change change = Samples.added(Samples.photo(claimed()).at(3));
        assertThat(
                        log().append(
                                        WEDDING,
                                        new Head(head.epoch(), 2, 2, head.madeAt()),
                                        List.of(change)))
                .isInstanceOf(ChangeLog.Appended.LostRace.class);
        assertThat(log().head(WEDDING)).contains(head);
    }

    @Test
    void an_append_to_a_log_of_another_epoch_loses_the_race() {
        Head head = log().head(WEDDING).orElseThrow();
        Head other = new Head(UUID.randomUUID().toString(), head.seq(), 0, head.madeAt());
        Change change = Samples.added(Samples.photo(claimed()).at(1));
        assertThat(log().append(WEDDING, other, List.of(change)))
                .isInstanceOf(ChangeLog.Appended.LostRace.class);
        assertThat(log().head(WEDDING)).contains(head);
    }

    @Test
    void a_photo_is_added_once() {
        Photo photo = added();
        Head head = log().head(WEDDING).orElseThrow();
        assertThat(log().append(WEDDING, head, List.of(Samples.added(photo.at(2)))))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(0)));
        assertThat(log().head(WEDDING)).contains(head);
    }

    @Test
    void what_was_never_ticketed_or_has_failed_is_never_added() {
        Head head = log().head(WEDDING).orElseThrow();
        Pending stranger = Samples.ticket(WEDDING);
        Pending failed = claimed();
        pending().fail(failed.id(), "no image");
        Pending good = claimed();
        assertThat(
                        log().append(
                                        WEDDING,
                                        head,
                                        List.of(
                                                Samples.added(Samples.photo(stranger).at(1)),
                                                Samples.added(Samples.photo(good).at(2)),
                                                Samples.added(Samples.photo(failed).at(3)))))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(0, 2)));
        assertThat(log().head(WEDDING)).contains(head);
    }

    @Test
    void thumbnails_are_ready_once_and_failure_never_follows() {
        Photo photo = added();
        Photo ready = photo.ready(Samples.thumbnails(), "aGFzaA==");
        append(new Change.Updated(ready));
        Head head = log().head(WEDDING).orElseThrow();
        assertThat(log().append(WEDDING, head, List.of(new Change.Updated(ready))))
                .isInstanceOf(ChangeLog.Appended.Refused.class);
        assertThat(log().append(WEDDING, head, List.of(new Change.Updated(photo.failed("no")))))
                .isInstanceOf(ChangeLog.Appended.Refused.class);
        assertThat(log().find(photo.id())).contains(ready);
    }

    @Test
    void thumbnails_that_come_after_their_photo_was_deleted_are_no_change() {
        Photo photo = added();
        append(new Change.Deleted(photo.deleted(true)));
        Head head = log().head(WEDDING).orElseThrow();
        Change late = new Change.Updated(photo.ready(Samples.thumbnails(), null));
        assertThat(log().append(WEDDING, head, List.of(late)))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(0)));
        assertThat(log().find(photo.id())).contains(photo.deleted(true));
    }

    @Test
    void a_failed_photo_can_become_ready_after_all() {
        Photo photo = added();
        append(new Change.Updated(photo.failed("out of memory")));
        assertThat(log().find(photo.id()).orElseThrow().processingError())
                .isEqualTo("out of memory");
        append(new Change.Updated(photo.ready(Samples.thumbnails(), null)));
        Photo now = log().find(photo.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(ProcessingStatus.THUMBNAILS_READY);
        assertThat(now.processingError()).isNull();
        assertThat(now.thumbnails()).isEqualTo(Samples.thumbnails());
    }

    @Test
    void a_failed_photo_that_is_tried_again_is_unfinished_again() {
        Photo photo = added();
        append(new Change.Updated(photo.failed("out of memory")));
        assertThat(unfinished()).doesNotContain(photo.id());
        append(new Change.Updated(photo.uploaded()));
        assertThat(log().find(photo.id())).contains(photo);
        assertThat(unfinished()).contains(photo.id());
        append(new Change.Updated(photo.failed("out of memory again")));
        assertThat(unfinished()).doesNotContain(photo.id());
    }

    private List<PhotoId> unfinished() {
        Instant later = Instant.now().plusSeconds(60);
        return pending().unfinished(later, later, 10);
    }

    @Test
    void a_deleted_photo_leaves_the_pages_and_comes_back_to_its_place() {
        Photo first = added();
        Photo second = added();
        append(new Change.Deleted(first.deleted(true)));
        assertThat(log().newest(WEDDING, Long.MAX_VALUE, 10)).containsExactly(second);
        assertThat(log().head(WEDDING).orElseThrow().photoCount()).isEqualTo(1);
        assertThat(log().find(first.id()).orElseThrow().deleted()).isTrue();
        Head head = log().head(WEDDING).orElseThrow();
        assertThat(log().append(WEDDING, head, List.of(new Change.Deleted(first.deleted(true)))))
                .isInstanceOf(ChangeLog.Appended.Refused.class);
        append(new Change.Restored(first.deleted(false)));
        assertThat(log().newest(WEDDING, Long.MAX_VALUE, 10)).containsExactly(second, first);
        assertThat(log().head(WEDDING).orElseThrow().photoCount()).isEqualTo(2);
    }

    @Test
    void pages_are_newest_first_and_skip_what_is_deleted() {
        Photo first = added();
        Photo second = added();
        Photo third = added();
        Photo fourth = added();
        append(new Change.Deleted(third.deleted(true)));
        assertThat(log().newest(WEDDING, Long.MAX_VALUE, 2)).containsExactly(fourth, second);
        assertThat(log().newest(WEDDING, second.seq(), 2)).containsExactly(first);
        assertThat(log().newest(WEDDING, 1, 2)).isEmpty();
    }

    @Test
    void states_are_read_by_the_numbers_of_their_adding() {
        Photo first = added();
        Photo second = added();
        append(new Change.Deleted(second.deleted(true)));
        assertThat(log().now(WEDDING, Set.of(1L, 2L, 77L)))
                .containsExactlyInAnyOrder(first, second.deleted(true));
        assertThat(log().now(WEDDING, Set.of())).isEmpty();
    }

    @Test
    void many_changes_are_one_commit() {
        List<Change> thirty =
                java.util.stream.IntStream.rangeClosed(1, ChangeLog.MOST_CHANGES)
                        .<Change>mapToObj(i -> Samples.added(Samples.photo(claimed()).at(i)))
                        .toList();
        Head head = log().head(WEDDING).orElseThrow();
        assertThat(log().append(WEDDING, head, thirty))
                .isEqualTo(
                        new ChangeLog.Appended.Done(new Head(head.epoch(), 30, 30, head.madeAt())));
        assertThat(log().after(WEDDING, 0, 100)).hasSize(30);
    }

    protected Pending claimed() {
        Pending ticket = Samples.ticket(WEDDING);
        assertThat(pending().claim(ticket)).isEqualTo(new PendingPhotos.Claim.Claimed());
        return ticket;
    }

    private Photo added() {
        long seq = log().head(WEDDING).orElseThrow().seq() + 1;
        Photo photo = Samples.photo(claimed()).at(seq);
        append(Samples.added(photo));
        return photo;
    }

    private void append(Change change) {
        assertThat(log().append(WEDDING, log().head(WEDDING).orElseThrow(), List.of(change)))
                .isInstanceOf(ChangeLog.Appended.Done.class);
    }
}
