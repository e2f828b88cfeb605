package dev.kilat.social;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.photo.Change;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Head;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of comments promises, and what its change log does of them.
public abstract class CommentsContract {
    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    protected abstract Comments comments();

    /// No row of a store holds the text.
    protected void assertNothingLeftOf(String text) {}

    @BeforeEach
    void two_events() {
        events().create(Samples.event(WEDDING));
        events().create(Samples.event(PARTY));
    }

    @Test
    void a_comment_is_a_change_and_counts_on_its_photo() {
        Photo photo = added(WEDDING);
        Comment comment = commented(photo, "Cheers");
        assertThat(comment.seq()).isEqualTo(2);
        Photo now = photo.counted(0, 1).asOf(2);
        assertThat(log().find(photo.id())).contains(now);
        assertThat(log().after(WEDDING, 1, 10))
                .containsExactly(new Change.Logged(2, new Change.Commented(now, comment)));
        assertThat(comments().find(comment.id())).isEqualTo(new Comments.Lookup.Written(comment));
        assertThat(comments().visible(photo.id(), 10)).containsExactly(comment);
        assertThat(log().head(WEDDING).orElseThrow().photoCount()).isEqualTo(1);
    }

    @Test
    void every_letter_of_a_comment_is_kept() {
        Photo photo = added(WEDDING);
        Comment whole = comment(photo, null, "Selamat!\n\"สวัสดี\" \\ 👩‍❤️‍👨 " + "x".repeat(900));
        commit(new Change.Commented(photo, whole));
        assertThat(comments().visible(photo.id(), 10)).containsExactly(whole.at(2));
    }

    @Test
    void what_was_never_written_is_not_found() {
        assertThat(comments().find(id())).isEqualTo(new Comments.Lookup.Never());
        assertThat(comments().visible(Samples.photoId(), 10)).isEmpty();
        assertThat(comments().latest(WEDDING, 10)).isEmpty();
    }

    @Test
    void an_id_is_taken_once_for_all_photos_and_events_and_for_good() {
        Photo photo = added(WEDDING);
        Comment comment = commented(photo, "Cheers");
        for (Photo other : List.of(photo, added(WEDDING), added(PARTY))) {
            assertRefused(
                    new Change.Commented(
                            other,
                            new Comment(
                                    comment.id(),
                                    other.id(),
                                    9,
                                    null,
                                    "Again",
                                    Samples.NOON,
                                    "guest",
                                    false)));
        }
        ruled(photo, comment, Ruling.DELETE_SHOWN);
        assertThat(comments().find(comment.id())).isEqualTo(new Comments.Lookup.Deleted());
        assertRefused(new Change.Commented(photo, comment));
        assertThat(comments().visible(photo.id(), 10)).isEmpty();
    }

    @Test
    void nobody_comments_on_a_photo_that_is_deleted_or_was_never_published() {
        Photo photo = added(WEDDING);
        commit(new Change.Deleted(photo.deleted(true)));
        assertRefused(new Change.Commented(photo, comment(photo, null, "Too late")));
        Photo stranger = Samples.photo(Samples.ticket(WEDDING));
        assertRefused(new Change.Commented(stranger, comment(stranger, null, "Too early")));
        assertThat(comments().latest(WEDDING, 10)).isEmpty();
    }

    @Test
    void a_hidden_comment_is_for_admins_until_it_is_shown_again() {
        Photo photo = added(WEDDING);
        Comment first = commented(photo, "First");
        Comment second = commented(photo, "Second");
        ruled(photo, first, Ruling.HIDE);
        assertThat(count(photo)).isEqualTo(1);
        assertThat(comments().visible(photo.id(), 10)).containsExactly(second);
        assertThat(comments().latest(WEDDING, 10)).containsExactly(second, first.hidden(true));
        assertThat(changes(1))
                .containsExactly(
                        moderated(photo.counted(0, 1).asOf(2), first, Ruling.HIDE),
                        new Change.Commented(photo.counted(0, 2).asOf(3), second),
                        moderated(photo.counted(0, 1).asOf(4), first, Ruling.HIDE));
        ruled(photo, first, Ruling.SHOW);
        assertThat(count(photo)).isEqualTo(2);
        assertThat(comments().visible(photo.id(), 10)).containsExactly(first, second);
        assertThat(changes(1))
                .startsWith(new Change.Commented(photo.counted(0, 1).asOf(2), first))
                .endsWith(moderated(photo.counted(0, 2).asOf(5), first, Ruling.SHOW));
    }

    @Test
    void of_a_deleted_comment_no_reader_finds_more_than_that_there_was_one() {
        Photo photo = added(WEDDING);
        Comment shown = commented(photo, "Shown");
        Comment hidden = commented(photo, "Hidden");
        ruled(photo, hidden, Ruling.HIDE);
        ruled(photo, hidden, Ruling.DELETE_HIDDEN);
        assertThat(count(photo)).isEqualTo(1);
        ruled(photo, shown, Ruling.DELETE_SHOWN);
        assertThat(count(photo)).isZero();
        assertThat(comments().visible(photo.id(), 10)).isEmpty();
        assertThat(comments().latest(WEDDING, 10)).isEmpty();
        assertThat(changes(1))
                .startsWith(
                        moderated(photo.counted(0, 1).asOf(2), shown, Ruling.DELETE_SHOWN),
                        moderated(photo.counted(0, 2).asOf(3), hidden, Ruling.DELETE_SHOWN))
                .noneMatch(Change.Commented.class::isInstance);
        assertNothingLeftOf("Shown");
        assertNothingLeftOf("Hidden");
    }

    @Test
    void a_ruling_on_a_comment_that_is_not_as_it_was_found_is_refused() {
        Photo photo = added(WEDDING);
        Comment comment = commented(photo, "Cheers");
        refusedAll(photo, comment, Ruling.SHOW, Ruling.DELETE_HIDDEN);
        ruled(photo, comment, Ruling.HIDE);
        refusedAll(photo, comment, Ruling.HIDE, Ruling.DELETE_SHOWN);
        ruled(photo, comment, Ruling.DELETE_HIDDEN);
        refusedAll(photo, comment, Ruling.values());
        assertThat(count(photo)).isZero();
    }

    @Test
    void comments_on_a_deleted_photo_can_still_be_taken_away() {
        Photo photo = added(WEDDING);
        Comment comment = commented(photo, "Cheers");
        commit(new Change.Deleted(photo.deleted(true)));
        ruled(photo, comment, Ruling.DELETE_SHOWN);
        Photo gone = photo.deleted(true).counted(0, 0).asOf(4);
        assertThat(log().find(photo.id())).contains(gone);
        assertThat(changes(3)).containsExactly(moderated(gone, comment, Ruling.DELETE_SHOWN));
    }

    @Test
    void who_read_the_photo_before_a_comment_neither_takes_it_away_nor_tells_without_it() {
        Photo photo = added(WEDDING);
        commented(photo, "Cheers");
        Photo ready = photo.ready(Samples.thumbnails(), null);
        commit(new Change.Updated(ready));
        commit(new Change.Deleted(photo.deleted(true)));
        commit(new Change.Restored(photo.deleted(false)));
        assertThat(changes(2))
                .containsExactly(
                        new Change.Updated(ready.counted(0, 1).asOf(3)),
                        new Change.Deleted(ready.counted(0, 1).asOf(4).deleted(true)),
                        new Change.Restored(ready.counted(0, 1).asOf(5)));
        assertThat(log().find(photo.id())).contains(ready.counted(0, 1).asOf(5));
    }

    @Test
    void the_latest_are_listed_oldest_first_on_a_photo_and_newest_first_in_an_event() {
        Photo photo = added(WEDDING);
        Photo other = added(WEDDING);
        commented(added(PARTY), "Elsewhere");
        Comment one = commented(photo, "1");
        Comment two = commented(other, "2");
        Comment three = commented(photo, "3");
        Comment four = commented(photo, "4");
        ruled(photo, four, Ruling.HIDE);
        assertThat(comments().visible(photo.id(), 10)).containsExactly(one, three);
        assertThat(comments().visible(photo.id(), 1)).containsExactly(three);
        assertThat(comments().latest(WEDDING, 10))
                .containsExactly(four.hidden(true), three, two, one);
        assertThat(comments().latest(WEDDING, 2)).containsExactly(four.hidden(true), three);
    }

    @Test
    void an_event_has_as_many_as_guests_see() {
        Photo photo = added(WEDDING);
        Comment one = commented(photo, "1");
        commented(photo, "2");
        commented(added(PARTY), "Elsewhere");
        assertThat(comments().total(WEDDING)).isEqualTo(2);

        ruled(photo, one, Ruling.HIDE);
        assertThat(comments().total(WEDDING)).isEqualTo(1);
        commit(new Change.Deleted(photo.deleted(true)));
        assertThat(comments().total(WEDDING)).isZero();
        ruled(photo, one, Ruling.SHOW);
        assertThat(comments().total(WEDDING)).isZero();
        commit(new Change.Restored(photo.deleted(false)));
        assertThat(comments().total(WEDDING)).isEqualTo(2);
        ruled(photo, one, Ruling.DELETE_SHOWN);
        assertThat(comments().total(WEDDING)).isEqualTo(1);
    }

    private Photo added(EventSlug event) {
        Pending ticket = Samples.ticket(event);
        pending().claim(ticket);
        return commit(Samples.added(Samples.photo(ticket)));
    }

    private Comment commented(Photo photo, String content) {
        Comment comment = comment(photo, "Ayu", content);
        commit(new Change.Commented(photo, comment));
        Head head = log().head(photo.event()).orElseThrow();
        return comment.at(head.seq());
    }

    private void ruled(Photo photo, Comment comment, Ruling ruling) {
        commit(moderated(photo, comment, ruling));
    }

    private static Change.Moderated moderated(Photo photo, Comment comment, Ruling ruling) {
        return new Change.Moderated(photo, comment.id(), comment.seq(), ruling);
    }

    private Photo commit(Change change) {
        List<Photo> committed = journal().commit(change.photo().event(), List.of(change));
        assertThat(committed).hasSize(1);
        return committed.getFirst();
    }

    private void refusedAll(Photo photo, Comment comment, Ruling... rulings) {
        Stream.of(rulings).forEach(ruling -> assertRefused(moderated(photo, comment, ruling)));
    }

    private void assertRefused(Change change) {
        EventSlug event = change.photo().event();
        Head head = log().head(event).orElseThrow();
        assertThat(log().append(event, head, List.of(change)))
                .isEqualTo(new ChangeLog.Appended.Refused(Set.of(0)));
        assertThat(log().head(event)).contains(head);
    }

    private List<Change> changes(long after) {
        return log().after(WEDDING, after, 100).stream().map(Change.Logged::change).toList();
    }

    private long count(Photo photo) {
        return log().find(photo.id()).orElseThrow().commentCount();
    }

    private Journal journal() {
        return new Journal(log(), Pause.real(), new Random(1));
    }

    private static Comment comment(Photo photo, @Nullable String author, String content) {
        return new Comment(id(), photo.id(), 0, author, content, Samples.NOON, "guest", false);
    }

    private static CommentId id() {
        return new CommentId(UUID.randomUUID().toString());
    }
}
