package dev.kilat.live;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.live.UploadRuns.Run;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every count of uploads promises.
public abstract class UploadRunsContract {
    private static final PhotoId PHOTO = Samples.photoId();

    protected abstract UploadRuns runs();

    @Test
    void tickets_add_up_and_so_do_arrivals() {
        expect(2, NOON);
        assertThat(now()).isNull();
        arrive(NOON);
        expect(3, NOON);
        PhotoId last = Samples.photoId();
        runs().arrive(WEDDING, "admin", last, NOON);
        assertThat(now()).isEqualTo(new Run(last, 2, 5));
    }

    @Test
    void uploaders_and_events_are_told_apart() {
        expect(2, NOON);
        arrive(NOON);
        runs().expect(WEDDING, "other", 7, NOON);
        runs().arrive(WEDDING, "other", PHOTO, NOON);
        runs().expect(PARTY, "admin", 9, NOON);
        runs().arrive(PARTY, "admin", PHOTO, NOON);
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 2));
        assertThat(runs().tell(WEDDING, "other")).contains(new Run(PHOTO, 1, 7));
        assertThat(runs().tell(PARTY, "admin")).contains(new Run(PHOTO, 1, 9));
    }

    @Test
    void what_is_asked_for_when_all_has_just_arrived_belongs_to_the_same_run() {
        expect(4, NOON);
        arrive(NOON);
        arrive(NOON);
        arrive(NOON);
        arrive(NOON);
        expect(8, NOON.plus(UploadRuns.PAUSE).minusMillis(1));
        assertThat(now()).isEqualTo(new Run(PHOTO, 4, 12));
    }

    @Test
    void a_new_run_begins_when_nothing_has_been_on_its_way_for_a_pause() {
        expect(1, NOON);
        arrive(NOON);
        Instant later = NOON.plus(UploadRuns.PAUSE);
        expect(4, later);
        assertThat(now()).isNull();
        arrive(later);
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 4));
    }

    @Test
    void a_new_run_begins_when_nothing_has_arrived_for_long() {
        expect(5, NOON);
        Instant later = NOON.plus(Duration.ofMinutes(9));
        arrive(later);
        expect(1, later.plus(Duration.ofMinutes(9)));
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 6));
        expect(2, later.plus(UploadRuns.LONGEST_SILENCE));
        arrive(later);
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 2));
    }

    @Test
    void never_more_arrive_than_were_expected() {
        arrive(NOON);
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 1));
        arrive(NOON);
        assertThat(now()).isEqualTo(new Run(PHOTO, 2, 2));
    }

    @Test
    void whoever_comes_at_once_is_counted() {
        expect(1, NOON);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> expect(2, NOON));
                threads.execute(() -> expect(2, NOON));
                threads.execute(() -> arrive(NOON));
            }
        }
        Run run = now();
        assertThat(run.expected()).isGreaterThanOrEqualTo(run.arrived());
        for (long arrived = run.arrived(); arrived < run.expected(); arrived++) {
            arrive(NOON);
        }
        assertThat(now().arrived()).isEqualTo(now().expected());
    }

    @Test
    void whoever_arrives_first_sees_that_the_run_is_told_and_then_whoever_arrives_behind_that() {
        assertThat(arrive(NOON)).isTrue();
        assertThat(arrive(NOON)).isFalse();
        assertThat(arrive(NOON.plusSeconds(1))).isFalse();
        assertThat(now()).isEqualTo(new Run(PHOTO, 3, 3));
        assertThat(arrive(NOON.plusSeconds(1))).isTrue();
        assertThat(arrive(NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void whoever_died_before_the_run_was_told_is_not_waited_for() {
        assertThat(arrive(NOON)).isTrue();
        assertThat(arrive(NOON.plus(UploadRuns.WORD_HOLDS).minusMillis(1))).isFalse();
        assertThat(arrive(NOON.plus(UploadRuns.WORD_HOLDS))).isTrue();
    }

    @Test
    void of_many_who_arrive_at_once_one_sees_that_the_run_is_told() {
        expect(8, NOON);
        AtomicInteger seers = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    if (arrive(NOON)) {
                        seers.incrementAndGet();
                    }
                });
            }
        }
        assertThat(seers).hasValue(1);
        assertThat(now()).isEqualTo(new Run(PHOTO, 16, 16));
    }

    @Test
    void whoever_arrives_first_of_a_new_run_sees_that_it_is_told() {
        assertThat(arrive(NOON)).isTrue();
        Instant later = NOON.plus(UploadRuns.PAUSE);
        expect(1, later);
        assertThat(arrive(later)).isTrue();
    }

    @Test
    void nothing_can_be_told_of_nobody() {
        assertThat(now()).isNull();
        assertThat(arrive(NOON)).isTrue();
        assertThat(now()).isEqualTo(new Run(PHOTO, 1, 1));
    }

    private void expect(int photos, Instant now) {
        runs().expect(WEDDING, "admin", photos, now);
    }

    private boolean arrive(Instant now) {
        return runs().arrive(WEDDING, "admin", PHOTO, now);
    }

    @SuppressWarnings("NullAway")
    private Run now() {
        return runs().tell(WEDDING, "admin").orElse(null);
    }
}
