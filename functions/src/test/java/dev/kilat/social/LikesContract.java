package dev.kilat.social;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of likes promises.
public abstract class LikesContract {
    private static final int GUESTS = 50;

    protected abstract Likes likes();

    protected abstract ChangeLog log();

    protected abstract PendingPhotos pending();

    protected abstract Events events();

    @BeforeEach
    void two_events() {
        events().create(Samples.event(WEDDING));
        events().create(Samples.event(PARTY));
    }

    @Test
    void each_guest_counts_once_however_often() {
        Photo photo = added(WEDDING);
        assertThat(likes().like(photo, "ayu")).hasValue(1);
        assertThat(likes().like(photo, "ayu")).hasValue(1);
        assertThat(likes().like(photo, "budi")).hasValue(2);
        assertThat(countOf(photo)).isEqualTo(2);
    }

    @Test
    void a_like_can_be_taken_back_and_only_ones_own() {
        Photo photo = added(WEDDING);
        likes().like(photo, "ayu");
        assertThat(likes().unlike(photo, "budi")).hasValue(1);
        assertThat(likes().unlike(photo, "ayu")).hasValue(0);
        assertThat(likes().unlike(photo, "ayu")).hasValue(0);
        assertThat(likes().like(photo, "ayu")).hasValue(1);
        assertThat(countOf(photo)).isEqualTo(1);
    }

    @Test
    void likes_are_counted_by_photo_and_by_event() {
        Photo first = added(WEDDING);
        Photo second = added(WEDDING);
        Photo elsewhere = added(PARTY);
        likes().like(first, "ayu");
        likes().like(second, "ayu");
        likes().like(second, "budi");
        likes().like(elsewhere, "ayu");
        likes().unlike(second, "ayu");
        assertThat(countOf(first)).isEqualTo(1);
        assertThat(countOf(second)).isEqualTo(1);
        assertThat(likes().total(WEDDING)).isEqualTo(2);
        assertThat(likes().total(PARTY)).isEqualTo(1);
        assertThat(likes().total(new EventSlug("nowhere"))).isZero();
    }

    @Test
    void a_deleted_photo_takes_no_likes_and_keeps_those_it_has() {
        Photo photo = added(WEDDING);
        likes().like(photo, "ayu");
        commit(new Change.Deleted(now(photo).deleted(true)));
        assertThat(likes().like(photo, "budi")).isEmpty();
        assertThat(likes().like(photo, "ayu")).isEmpty();
        assertThat(likes().unlike(photo, "ayu")).isEmpty();
        commit(new Change.Restored(now(photo).deleted(false)));
        assertThat(countOf(photo)).isEqualTo(1);
        assertThat(likes().unlike(photo, "ayu")).hasValue(0);
    }

    @Test
    void what_is_committed_meanwhile_costs_no_like() {
        Photo photo = added(WEDDING);
        likes().like(photo, "ayu");
        commit(new Change.Updated(photo.ready(Samples.thumbnails(), null)));
        assertThat(countOf(photo)).isEqualTo(1);
    }

    @Test
    void fifty_guests_at_once_are_counted_one_by_one() throws Exception {
        Photo photo = added(WEDDING);
        List<Future<Boolean>> guests = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < GUESTS; i++) {
                String guest = "guest-" + i;
                Random random = new Random(i);
                guests.add(threads.submit(() -> toggle(photo, guest, random)));
            }
        }
        int liking = 0;
        for (Future<Boolean> guest : guests) {
            liking += guest.get() ? 1 : 0;
        }
        assertThat(countOf(photo)).isEqualTo(liking);
        assertThat(likes().total(WEDDING)).isEqualTo(liking);
        assertThat(who(photo)).isEqualTo(liking);
    }

    /// How many guests have a row of their own; taken back one by one where rows cannot be counted.
    protected long who(Photo photo) {
        long rows = 0;
        for (int i = 0; i < GUESTS; i++) {
            long before = countOf(photo);
            OptionalLong after = likes().unlike(photo, "guest-" + i);
            rows += before - after.orElseThrow();
        }
        assertThat(countOf(photo)).isZero();
        return rows;
    }

    private boolean toggle(Photo photo, String guest, Random random) {
        boolean liked = false;
        for (int i = 0; i < 4; i++) {
            liked = random.nextBoolean();
            OptionalLong count = liked ? likes().like(photo, guest) : likes().unlike(photo, guest);
            assertThat(count.orElseThrow()).isBetween(liked ? 1L : 0L, (long) GUESTS);
        }
        return liked;
    }

    protected Photo added(EventSlug event) {
        Pending ticket = Samples.ticket(event);
        pending().claim(ticket);
        return commit(Samples.added(Samples.photo(ticket)));
    }

    private Photo commit(Change change) {
        return new Journal(log(), _ -> {}, new Random(1))
                .commit(change.photo().event(), List.of(change))
                .getFirst();
    }

    protected long countOf(Photo photo) {
        return now(photo).likeCount();
    }

    private Photo now(Photo photo) {
        return log().find(photo.id()).orElseThrow();
    }
}
