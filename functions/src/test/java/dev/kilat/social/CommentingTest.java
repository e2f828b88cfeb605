package dev.kilat.social;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Journal;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Races;
import dev.kilat.photo.Samples;
import dev.kilat.social.Commenting.Outcome;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentingTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Ears pages = new Ears();

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void a_comment_is_told_to_guests_and_admins() {
        Photo photo = published();
        assertThat(write(store, photo)).isInstanceOf(Outcome.Written.class);
        assertThat(pages.committed).containsExactly(WEDDING);
        assertThat(pages.comments).hasSize(1);
    }

    @Test
    void who_commits_for_a_crowd_tells_of_it_though_its_own_comment_is_refused() {
        Photo deleted = published();
        journal(store).commit(WEDDING, List.of(new Change.Deleted(deleted)));
        Pending dead = Samples.ticket(WEDDING);
        store.claim(dead);
        store.leave(WEDDING, Samples.added(Samples.photo(dead)));
        assertThat(write(Races.lost(store, new int[] {1}), deleted))
                .isInstanceOf(Outcome.Gone.class);
        assertThat(store.find(dead.id())).isPresent();
        assertThat(pages.committed).containsExactly(WEDDING);
        assertThat(pages.comments).isEmpty();
    }

    private Outcome write(ChangeLog log, Photo photo) {
        return new Commenting(store.comments(), journal(log), pages, () -> NOON)
                .write(
                        photo,
                        new CommentId(UUID.randomUUID().toString()),
                        "guest",
                        "Ayu",
                        "So good");
    }

    private static Journal journal(ChangeLog log) {
        return new Journal(log, _ -> {}, new Random(1));
    }

    private Photo published() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        return journal(store)
                .commit(WEDDING, List.of(Samples.added(Samples.photo(ticket))))
                .getFirst();
    }
}
