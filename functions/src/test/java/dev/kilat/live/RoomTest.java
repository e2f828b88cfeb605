package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kilat.event.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {
    @Test
    void a_room_reads_back_as_it_is_written() {
        Room wedding = new Room.OfEvent(new EventSlug("wedding"));

        assertThat(wedding).hasToString("event:wedding");
        assertThat(Room.parse("event:wedding")).isEqualTo(wedding);
        assertThat(Room.ADMIN).hasToString("admin");
        assertThat(Room.parse("admin")).isEqualTo(Room.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wedding", "event:", "event:Wedding", "Admin", "event:a b"})
    void anything_else_is_no_room(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Room.parse(text));
    }
}
