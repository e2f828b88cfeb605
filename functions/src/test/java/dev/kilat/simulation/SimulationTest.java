package dev.kilat.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.simulation.Simulation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What Kilat promises, in some hundred events; `./kilat simulate --seeds N` plays any number.
class SimulationTest {
    private static final Logger LOG = Logger.getLogger("dev.kilat");

    @BeforeAll
    static void functions_speak_of_thousands_of_lost_calls() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void who_comes_next_is_heard() {
        LOG.setLevel(null);
    }

    @Test
    void after_any_storm_no_photo_is_lost_and_every_guest_shows_all_once_in_one_order() {
        all(150, Simulation::storm);
    }

    @Test
    void clocks_ten_minutes_apart_delay_things_and_lose_nothing() {
        all(50, Simulation::stormOfClocks);
    }

    @Test
    void where_no_push_arrives_guests_are_right_within_their_poll_and_two_seconds() {
        Duration most = Guest.LONGEST_POLL.plusSeconds(2);
        all(
                20,
                seed -> {
                    Outcome outcome = Simulation.withoutPushes(seed);
                    assertThat(outcome.slowestShown()).as("seed " + seed).isLessThanOrEqualTo(most);
                    return outcome;
                });
    }

    @Test
    void a_photo_that_nobody_told_of_is_found_within_two_minutes() {
        all(
                20,
                seed -> {
                    Outcome outcome = Simulation.withoutObjectEvents(seed);
                    assertThat(outcome.slowestPublished())
                            .as("seed " + seed)
                            .isLessThanOrEqualTo(Duration.ofMinutes(2));
                    return outcome;
                });
    }

    @Test
    void a_seed_tells_the_same_story_again() {
        assertThat(Simulation.storm(7)).isEqualTo(Simulation.storm(7));
        assertThat(Simulation.storm(7).shown()).isNotEqualTo(Simulation.storm(8).shown());
    }

    private static void all(int seeds, LongFunction<Outcome> simulation) {
        List<String> wrong =
                Seeds.play(
                        0,
                        seeds,
                        events ->
                                events.boxed()
                                        .flatMap(seed ->
                                                simulation.apply(seed).wrong().stream()
                                                        .map(what -> "seed " + seed + ": " + what))
                                        .toList());
        assertThat(wrong).isEmpty();
    }
}
