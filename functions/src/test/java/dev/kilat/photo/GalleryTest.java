package dev.kilat.photo;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Journal journal = new Journal(store, _ -> {}, new Random(1));
    private final Gallery gallery = new Gallery(seen());
    private UnaryOperator<List<Photo>> readable = UnaryOperator.identity();
    private final List<PhotoId> jobs = new ArrayList<>();
    private final Ears pages = new Ears();
    private final Moderation moderation =
            new Moderation(store, journal, (_, photo) -> jobs.add(photo), pages);

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void pages_follow_one_another_to_the_end() {
        List<Photo> added = add(5);
        Gallery.Page first = page(OptionalLong.empty(), 2);
        Gallery.Page second = page(first.before(), 2);
        Gallery.Page third = page(second.before(), 2);
        assertThat(first.photos()).containsExactly(added.get(4), added.get(3));
        assertThat(second.photos()).containsExactly(added.get(2), added.get(1));
        assertThat(third.photos()).containsExactly(added.get(0));
        assertThat(third.before()).isEmpty();
        assertThat(first.cursor().seq()).isEqualTo(5);
    }

    @Test
    void a_page_that_just_fits_has_no_next() {
        add(2);
        assertThat(page(OptionalLong.empty(), 2).before()).isEmpty();
    }

    @Test
    void a_delta_tells_each_changed_photo_once_as_it_is_now() {
        List<Photo> added = add(3);
        Cursor start = page(OptionalLong.empty(), 10).cursor();
        Photo ready = added.get(0).ready(Samples.thumbnails(), null);
        journal.commit(WEDDING, List.of(new Change.Updated(ready)));
        moderation.delete(added.get(1).id());
        moderation.delete(added.get(2).id());
        moderation.restore(added.get(2).id());
        Gallery.Delta.Changes delta = since(start, 10);
        assertThat(delta.photos()).containsExactly(added.get(2).asOf(7), ready.asOf(4));
        assertThat(delta.deleted()).containsExactly(added.get(1).id());
        assertThat(delta.cursor().seq()).isEqualTo(7);
        assertThat(delta.more()).isFalse();
        assertThat(since(delta.cursor(), 10).photos()).isEmpty();
    }

    @Test
    void a_long_delta_comes_in_parts() {
        add(5);
        Cursor none = new Cursor(store.head(WEDDING).orElseThrow().epoch(), 0);
        Gallery.Delta.Changes first = since(none, 3);
        assertThat(first.photos()).extracting(Photo::seq).containsExactly(3L, 2L, 1L);
        assertThat(first.more()).isTrue();
        Gallery.Delta.Changes rest = since(first.cursor(), 3);
        assertThat(rest.photos()).extracting(Photo::seq).containsExactly(5L, 4L);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void a_delta_stops_before_a_photo_that_cannot_be_read_yet() {
        List<Photo> added = add(3);
        Cursor none = new Cursor(store.head(WEDDING).orElseThrow().epoch(), 0);
        readable = rows -> without(rows, added.get(1));
        Gallery.Delta.Changes delta = since(none, 10);
        assertThat(delta.photos()).containsExactly(added.get(0));
        assertThat(delta.cursor().seq()).isEqualTo(1);
        assertThat(delta.more()).isTrue();
        readable = UnaryOperator.identity();
        assertThat(since(delta.cursor(), 10).photos()).containsExactly(added.get(2), added.get(1));
    }

    @Test
    void a_delta_stops_before_a_change_that_is_not_in_its_photo_yet() {
        Photo photo = add(1).getFirst();
        Cursor added = page(OptionalLong.empty(), 10).cursor();
        moderation.delete(photo.id());
        readable = _ -> List.of(photo);
        assertThat(since(added, 10)).isEqualTo(nothingNew(added));
        readable = UnaryOperator.identity();
        assertThat(since(added, 10).deleted()).containsExactly(photo.id());
    }

    @Test
    void whoever_follows_from_a_page_learns_of_what_was_not_in_it_yet() {
        List<Photo> added = add(4);
        readable = rows -> without(rows, added.get(2));
        assertThat(page(OptionalLong.empty(), 10).cursor().seq()).isEqualTo(2);
        assertThat(page(OptionalLong.of(3), 10).cursor().seq())
                .as("it is on no such page")
                .isEqualTo(4);
        readable = UnaryOperator.identity();
        moderation.delete(added.get(2).id());
        assertThat(page(OptionalLong.empty(), 10).cursor().seq()).isEqualTo(5);
        readable = rows -> List.of(added.get(3), added.get(2), added.get(1), added.get(0));
        assertThat(page(OptionalLong.empty(), 10).cursor().seq())
                .as("it is still there")
                .isEqualTo(4);
    }

    @Test
    void a_cursor_of_another_log_or_of_the_future_is_expired() {
        add(1);
        Head head = head();
        assertThat(gallery.since(WEDDING, head, new Cursor("other", 0), 10))
                .isEqualTo(new Gallery.Delta.CursorExpired());
        assertThat(gallery.since(WEDDING, head, new Cursor(head.epoch(), 2), 10))
                .isEqualTo(new Gallery.Delta.CursorExpired());
    }

    @Test
    void deleting_and_restoring_twice_changes_once_and_tells_pages_each_time() {
        Photo photo = add(1).getFirst();
        pages.committed.clear();
        moderation.delete(photo.id());
        assertThat(moderation.delete(photo.id())).contains(photo.deleted(true).asOf(2));
        assertThat(gallery.visible(photo.id())).isEmpty();
        moderation.restore(photo.id());
        assertThat(moderation.restore(photo.id())).contains(photo.asOf(3));
        assertThat(gallery.visible(photo.id())).contains(photo.asOf(3));
        assertThat(store.head(WEDDING).orElseThrow().seq()).isEqualTo(3);
        assertThat(pages.committed).hasSize(4);
        assertThat(jobs).as("its thumbnails were not made yet").contains(photo.id());
        assertThat(moderation.delete(Samples.photoId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", ".7", "e.", "e.-1", "e.x", "e.1234567890123", "a.b.1"})
    void what_is_no_cursor_says_so(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).hasMessageContaining("since");
    }

    @Test
    void a_cursor_reads_as_it_was_written() {
        Cursor cursor = new Cursor("5e3c-11", 42);
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    private static Gallery.Delta.Changes nothingNew(Cursor cursor) {
        return new Gallery.Delta.Changes(List.of(), List.of(), List.of(), cursor, true);
    }

    private static List<Photo> without(List<Photo> rows, Photo missing) {
        return rows.stream().filter(row -> !row.id().equals(missing.id())).toList();
    }

    /// The log as one sees it who may read rows of photos as they were a moment ago.
    private ChangeLog seen() {
        return (ChangeLog)
                Proxy.newProxyInstance(
                        ChangeLog.class.getClassLoader(),
                        new Class<?>[] {ChangeLog.class},
                        (_, method, arguments) -> {
                            Object answer = method.invoke(store, arguments);
                            return switch (method.getName()) {
                                case "now", "newest" -> readable.apply(photos(answer));
                                default -> answer;
                            };
                        });
    }

    @SuppressWarnings("unchecked")
    private static List<Photo> photos(Object answer) {
        return (List<Photo>) answer;
    }

    private List<Photo> add(int count) {
        List<Photo> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Pending ticket = Samples.ticket(WEDDING);
            store.claim(ticket);
            added.addAll(journal.commit(WEDDING, List.of(Samples.added(Samples.photo(ticket)))));
        }
        return added;
    }

    private Gallery.Page page(OptionalLong before, int limit) {
        return gallery.newest(WEDDING, head(), before, limit);
    }

    private Gallery.Delta.Changes since(Cursor cursor, int limit) {
        return (Gallery.Delta.Changes) gallery.since(WEDDING, head(), cursor, limit);
    }

    private Head head() {
        return gallery.head(WEDDING).orElseThrow();
    }
}
