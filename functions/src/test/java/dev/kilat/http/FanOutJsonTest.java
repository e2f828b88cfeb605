package dev.kilat.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kilat.contracts.HttpContract;
import dev.kilat.contracts.Schemas;
import dev.kilat.contracts.queue.Announce;
import dev.kilat.contracts.queue.Slice;
import dev.kilat.event.EventSlug;
import dev.kilat.live.Room;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutJsonTest {
    private static final String OWNER = "3c1b8f0e-9d43-4a4f-8a57-5f0b0d5f2a10";
    private static final EventSlug WEDDING = new EventSlug("wedding");

    @Test
    void an_announcement_reads_back_as_it_was_written() {
        String message = FanOutJson.announce(WEDDING, OWNER);

        isAMessage(message);
        assertThat(FanOutJson.read(message)).isEqualTo(new Announce("wedding", OWNER));
    }

    @Test
    void the_frame_of_a_slice_arrives_byte_by_byte() {
        String frame = Schemas.read("examples/live/BatchEvents/good-every-event.json");
        String compact = Json.write(Json.trusted(frame, Map.class));

        String message =
                FanOutJson.slice(
                        new Room.OfEvent(WEDDING), List.of("a=", "b="), compact.getBytes(UTF_8));

        isAMessage(message);
        assertThat(FanOutJson.read(message))
                .isInstanceOfSatisfying(
                        Slice.class,
                        slice -> {
                            assertThat(slice.connectionIds()).containsExactly("a=", "b=");
                            assertThat(slice.room()).isEqualTo("event:wedding");
                            assertThat(new String(FanOutJson.frame(slice), UTF_8))
                                    .isEqualTo(compact);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"type\":\"shout\"}", "{\"type\":\"slice\",\"room\":7}"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FanOutJson.read(text));
    }

    private static void isAMessage(String json) {
        assertThat(HttpContract.validate(Schemas.location("queue/fan-out.schema.json"), json))
                .as(json)
                .isEmpty();
    }
}
