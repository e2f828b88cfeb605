package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WidthTest {
    private final VirtualTime time = new VirtualTime();
    private final Width width = new Width(time);

    @Test
    void few_begin_and_each_that_arrives_makes_place_for_one_more_until_there_are_many() {
        assertThat(width.begin()).isEqualTo(Width.FEWEST);

        assertThat(IntStream.range(Width.FEWEST, Width.MOST).allMatch(_ -> width.grow())).isTrue();
        assertThat(width.grow()).isFalse();
        assertThat(width.begin()).isEqualTo(Width.MOST);
    }

    @Test
    void what_was_reached_counts_while_connections_are_kept() {
        width.begin();
        width.grow();
        time.sleep(Width.WARM.minusMillis(1));
        assertThat(width.begin()).isEqualTo(Width.FEWEST + 1);

        time.sleep(Width.WARM);
        assertThat(width.begin()).isEqualTo(Width.FEWEST);
    }
}
