package dev.kilat.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void all_take_turns_and_each_round_begins_with_another() throws Exception {
        List<String> order = new ArrayList<>();

        new Rounds()
                .with("a", () -> noted(order, "a"))
                .with("b", () -> noted(order, "b"))
                .run(0, 2);

        assertThat(order).containsExactly("a", "b", "b", "a");
    }

    @Test
    void what_warms_up_is_not_counted() throws Exception {
        List<String> order = new ArrayList<>();

        Samples samples = new Rounds().with("a", () -> noted(order, "a")).run(2, 3);

        assertThat(order).hasSize(5);
        assertThat(samples.of("a").size()).isEqualTo(3);
        assertThat(samples.of("a").median()).isEqualTo(4);
    }

    @Test
    void medians_and_percentiles_are_values_of_the_sample() {
        Sample odd = new Sample(List.of(9., 1., 5.));
        Sample even = new Sample(List.of(4., 1., 2., 3.));

        assertThat(odd.median()).isEqualTo(5);
        assertThat(even.median()).isEqualTo(2.5);
        assertThat(even.percentile(.5)).isEqualTo(2);
        assertThat(even.percentile(.99)).isEqualTo(4);
        assertThatThrownBy(() -> new Sample(List.of())).hasMessage("nothing was measured");
    }

    private static double noted(List<String> order, String name) {
        order.add(name);
        return order.size();
    }
}
