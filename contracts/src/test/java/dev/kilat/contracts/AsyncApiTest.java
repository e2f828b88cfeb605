package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.contracts.live.Frame;
import dev.kilat.contracts.live.LiveEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final JsonNode API = Json.yaml("live/asyncapi.yaml");

    @Test
    void the_server_sends_every_frame() {
        assertThat(messages("tell"))
                .containsExactlyInAnyOrder("batch:events", "joined", "pong", "error");
        assertThat(messages("tell").<Class<?>>map(Frame::ofType))
                .containsExactlyInAnyOrder(Frame.class.getPermittedSubclasses());
    }

    @Test
    void the_server_hears_three_actions() {
        assertThat(messages("hear")).containsExactlyInAnyOrder("ping", "event:join", "event:leave");
    }

    @Test
    void a_message_is_called_as_its_payload_says() {
        assertThat(API.at("/components/messages").valueStream().toList())
                .hasSize(7)
                .allSatisfy(message -> {
                    var properties = resolve(message.get("payload")).get("properties");
                    var literal =
                            properties.has("type")
                                    ? properties.get("type")
                                    : properties.get("action");
                    assertThat(literal.get("const")).isEqualTo(message.get("name"));
                });
    }

    @Test
    void every_event_has_the_record_of_its_type() {
        var types =
                API.at("/components/schemas/LiveEvent/oneOf")
                        .valueStream()
                        .map(AsyncApiTest::resolve)
                        .map(schema -> schema.at("/properties/type/const").textValue())
                        .toList();

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "photo:upload:complete",
                        "photo:updated",
                        "photo:deleted",
                        "photo:restored",
                        "comment:added",
                        "photo:liked",
                        "notification:new-comment",
                        "photo:failed",
                        "photo:upload:progress");
        assertThat(types.stream().<Class<?>>map(LiveEvent::ofType))
                .containsExactlyInAnyOrder(LiveEvent.class.getPermittedSubclasses());
    }

    private static Stream<String> messages(String operation) {
        return API.at("/operations/" + operation + "/messages")
                .valueStream()
                .map(AsyncApiTest::resolve)
                .map(AsyncApiTest::resolve)
                .map(message -> message.get("name").textValue());
    }

    private static JsonNode resolve(JsonNode node) {
        return API.at(node.get("$ref").textValue().substring(1));
    }
}
