package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcasterTest {
    private final Hall hall = new Hall(3, 10);

    @Test
    void the_first_frame_leaves_at_once() {
        Instant before = hall.time.instant();

        hall.commit();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        assertThat(hall.page().arrivals()).containsExactly(before);
        assertThat(hall.announcements).isZero();
        assertThat(hall.tally.total()).isEqualTo(3);
    }

    @Test
    void what_is_committed_soon_after_waits_for_the_window_behind_the_queue() {
        Instant first = hall.time.instant();
        hall.commit();
        hall.time.sleep(Duration.ofMillis(100));
        hall.commit();
        hall.commit();
        assertThat(hall.announcements).isEqualTo(1);

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        assertThat(hall.page().arrivals()).containsExactly(first, first.plusMillis(500));
        assertThat(hall.page().frames().getLast().seqs()).containsExactly(2L, 3L);
    }

    @Test
    void while_more_comes_the_frames_are_a_second_apart() {
        Instant first = hall.time.instant();
        for (int i = 0; i < 10; i++) {
            hall.time.after(Duration.ofMillis(250L * i), hall::commit);
        }

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        assertThat(hall.page().arrivals())
                .containsExactly(
                        first,
                        first.plusMillis(500),
                        first.plusMillis(1500),
                        first.plusMillis(2500));
    }

    @Test
    void how_long_a_photo_took_ends_with_the_frame_that_tells_of_it() {
        hall.commit();
        hall.commit();
        hall.time.untilNothingIsDue();

        Histogram took = hall.times.lately(GrowingLog.EVENT, hall.time.instant());

        assertThat(took.total()).isEqualTo(2);
        assertThat(took.percentile(0.5).orElseThrow()).isBetween(900L, 1100L);
        assertThat(took.percentile(1).orElseThrow()).isBetween(1350L, 1650L);
    }

    @Test
    void after_a_quiet_time_the_next_frame_leaves_at_once_again() {
        hall.commit();
        hall.time.sleep(Duration.ofMillis(500));

        hall.commit();

        hall.everyPageShowsAll();
        assertThat(hall.announcements).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_burst_reaches_every_page_in_one_frame_each_second(long seed) {
        Random random = new Random(seed);
        int commits = 400;
        Duration burst = Duration.ofSeconds(40);
        for (int i = 0; i < commits; i++) {
            hall.time.after(Duration.ofMillis(random.nextLong(burst.toMillis())), hall::commit);
        }
        Instant start = hall.time.instant();

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        hall.framesKeepTheirDistance();
        assertThat(hall.page().frames()).hasSizeLessThanOrEqualTo(43);
        assertThat(hall.page().pushed())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, commits).boxed().toList());
        assertThat(hall.page().arrivals().getLast())
                .isBefore(
                        start.plus(burst)
                                .plus(Broadcaster.WINDOW_OF_A_BURST)
                                .plus(Hall.QUEUE_DELAY));
        assertThat(hall.announcements).as("messages").isLessThan(6);
    }

    @Test
    void a_page_that_opens_between_two_frames_gets_the_second() {
        hall.commit();
        hall.time.sleep(Broadcaster.WINDOW);
        Page late = hall.open("late");

        hall.commit();

        assertThat(late.pushed()).containsExactly(2L);
        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void commits_between_any_two_steps_of_a_sender_are_not_forgotten(long seed) {
        Random random = new Random(seed);
        int[] left = {200};
        int[] depth = {0};
        hall.steps.at(() -> {
            if (left[0] > 0 && depth[0] < 6 && random.nextInt(4) == 0) {
                left[0]--;
                depth[0]++;
                hall.commit();
                depth[0]--;
            }
        });
        while (left[0] > 0) {
            hall.commit();
            hall.time.sleep(Duration.ofMillis(random.nextLong(900)));
        }

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        hall.framesKeepTheirDistance();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_sender_that_leaves_between_any_two_steps_of_a_commit_is_noticed(int step) {
        hall.commit();
        hall.commit();
        hall.time.sleep(Duration.ofMillis(600));
        int[] left = {step};
        hall.steps.at(() -> {
            if (--left[0] == 0) {
                hall.time.sleep(Duration.ofSeconds(2));
            }
        });

        hall.commit();
        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
    }

    @Test
    void a_sender_that_dies_at_any_step_is_replaced() {
        int steps = 0;
        for (int step = 1; step == 1 || steps >= step; step++) {
            Hall mortal = new Hall(2, 10);
            mortal.steps.dieAt(step);
            // A sender, one who hands over to the queue, and what goes on there.
            mortal.commitByAMortal();
            mortal.time.sleep(Duration.ofMillis(100));
            mortal.commitByAMortal();
            mortal.time.sleep(Duration.ofMillis(450));
            mortal.commitByAMortal();
            mortal.time.untilNothingIsDue();
            steps = Math.max(steps, mortal.steps.taken());
            mortal.steps.at(() -> {});
            mortal.time.sleep(Broadcaster.LEASE);

            mortal.commit();
            mortal.time.untilNothingIsDue();

            mortal.everyPageShowsAll();
            mortal.noPageHadToAsk();
        }
        assertThat(steps).isGreaterThan(30);
    }

    @Test
    void a_turn_that_died_behind_the_queue_goes_on_when_the_message_comes_again() {
        hall.commit();
        hall.commit();
        assertThat(hall.announcements).isEqualTo(1);
        hall.steps.dieAt(6);

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
    }

    @Test
    void a_turn_is_handed_on_before_its_function_must_end() {
        hall.timeOfAFunction = Duration.ofSeconds(2);
        for (int i = 0; i < 100; i++) {
            hall.time.after(Duration.ofMillis(100L * i), hall::commit);
        }

        hall.time.untilNothingIsDue();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        hall.framesKeepTheirDistance();
        assertThat(hall.announcements).isBetween(3, 8);
    }

    @Test
    void a_change_announced_again_is_sent_once() {
        hall.commit();
        hall.time.sleep(Duration.ofSeconds(5));

        hall.announce();
        hall.time.untilNothingIsDue();

        assertThat(hall.page().frames()).hasSize(1);
    }

    @Test
    void a_message_delivered_twice_does_no_harm() {
        hall.commit();
        hall.commit();
        hall.time.after(
                Duration.ofMillis(25),
                () -> hall.broadcaster.goOn(GrowingLog.EVENT, "owner-1", Duration.ofMinutes(1)));
        hall.time.untilNothingIsDue();
        hall.broadcaster.goOn(GrowingLog.EVENT, "owner-1", Duration.ofMinutes(1));
        hall.time.sleep(Duration.ofSeconds(5));
        hall.commit();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
        assertThat(hall.page().pushed()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void without_the_queue_the_next_commit_after_the_window_sends_all() {
        hall.commit();
        hall.queueIsDown = true;
        hall.commit();
        hall.commit();
        hall.time.sleep(Duration.ofMillis(500));

        hall.commit();

        hall.everyPageShowsAll();
        hall.noPageHadToAsk();
    }

    @Test
    void a_room_that_nobody_knows_what_it_was_sent_gets_the_latest_changes() {
        hall.log.restore("epoch-1", 100);
        Page late = hall.open("late");

        hall.commit();

        assertThat(hall.page().frames().getFirst().seqs())
                .containsExactlyElementsOf(LongStream.rangeClosed(72, 101).boxed().toList());
        assertThat(late.pushed()).containsExactly(101L);
        assertThat(late.deltas()).isZero();
    }

    @Test
    void what_does_not_fit_into_a_frame_is_left_to_the_delta() {
        Hall large = new Hall(1, 20_000);
        large.commit();
        large.commit();
        large.commit();
        large.time.untilNothingIsDue();

        assertThat(large.page().frames())
                .containsExactly(
                        new PlainFrames.Read("epoch-1", 1, List.of(1L)),
                        new PlainFrames.Read("epoch-1", 3, List.of()));
        large.everyPageShowsAll();
        assertThat(large.page().deltas()).isEqualTo(1);
    }

    @Test
    void what_is_left_out_is_not_sent_later_and_the_next_change_is() {
        Hall large = new Hall(1, 20_000);
        large.commit();
        large.commit();
        large.commit();
        large.time.untilNothingIsDue();
        large.time.sleep(Duration.ofSeconds(1));

        large.commit();

        assertThat(large.page().frames().getLast().seqs()).containsExactly(4L);
    }

    @Test
    void an_unknown_past_is_cut_to_what_fits() {
        Hall large = new Hall(0, 10_000);
        large.log.restore("epoch-1", 100);
        Page page = large.open("late");

        large.commit();

        assertThat(page.pushed()).containsExactly(101L);
        assertThat(page.deltas()).isZero();
    }

    @Test
    void a_change_too_large_for_a_frame_still_wakes_the_pages() {
        Hall huge = new Hall(1, 40_000);

        huge.commit();

        assertThat(huge.page().frames())
                .containsExactly(new PlainFrames.Read("epoch-1", 1, List.of()));
    }

    @Test
    void a_commit_that_is_read_in_part_sends_the_head_only() {
        hall.commit();
        hall.time.sleep(Duration.ofSeconds(1));
        hall.log.grow();
        hall.log.grow();
        hall.log.readableUpTo(2);

        hall.announce();

        assertThat(hall.page().frames().getLast())
                .isEqualTo(new PlainFrames.Read("epoch-1", 3, List.of()));
    }

    @Test
    void a_restored_log_begins_anew() {
        hall.commit();
        hall.commit();
        hall.time.untilNothingIsDue();
        hall.log.restore("epoch-2", 0);

        hall.commit();

        assertThat(hall.page().frames().getLast())
                .isEqualTo(new PlainFrames.Read("epoch-2", 1, List.of(1L)));
    }

    @Test
    void a_purged_event_is_told_nothing_more() {
        hall.commit();
        hall.commit();
        hall.log.purge();

        hall.announce();
        hall.time.untilNothingIsDue();

        assertThat(hall.page().frames()).hasSize(1);
    }

    @Test
    void a_large_room_is_split_over_the_queue() {
        Hall large = new Hall(2 * Delivery.MOST_DIRECT + 1, 10);

        large.commit();
        assertThat(large.slices).isEqualTo(3);
        large.time.untilNothingIsDue();

        large.everyPageShowsAll();
        large.noPageHadToAsk();
        assertThat(large.tally.total()).isEqualTo(2 * Delivery.MOST_DIRECT + 1);
    }

    @Test
    void a_full_room_is_not_split() {
        Hall full = new Hall(Delivery.MOST_DIRECT, 10);

        full.commit();

        assertThat(full.slices).isZero();
        full.everyPageShowsAll();
    }

    @Test
    void another_event_hears_nothing() {
        EventSlug party = new EventSlug("party");
        hall.connections.add(
                Connection.opened(
                        "stranger",
                        new LiveTicket("event:" + party, "guest", Role.GUEST),
                        hall.time.instant()));

        hall.commit();

        assertThat(hall.toAdmins).isEmpty();
    }

    @Test
    void only_admins_learn_of_a_failed_photo() {
        hall.openDashboard();

        hall.broadcaster.failed(
                GrowingLog.EVENT, new PhotoId("01K2R8V3QF7Z9W4X5Y6A7B8C9D"), "no image");

        assertThat(hall.toAdmins).hasSize(1).first().asString().contains("no image");
        assertThat(hall.page().frames()).isEmpty();
    }

    @Test
    void only_admins_learn_of_a_new_comment() {
        hall.openDashboard();

        hall.broadcaster.commented(GrowingLog.EVENT, Samples.comment(GrowingLog.photo(1).id()));

        assertThat(hall.toAdmins).hasSize(1).first().asString().contains("Cheers");
        assertThat(hall.page().frames()).isEmpty();
    }

    @Test
    void whoever_announces_never_fails() {
        hall.steps.at(() -> {
            throw new IllegalStateException("everything is down");
        });

        hall.commit();
        hall.broadcaster.failed(GrowingLog.EVENT, GrowingLog.photo(1).id(), "no image");
        hall.broadcaster.commented(GrowingLog.EVENT, Samples.comment(GrowingLog.photo(1).id()));

        assertThat(hall.page().frames()).isEmpty();
    }
}
