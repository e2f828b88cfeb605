package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.contracts.http.FileError;
import dev.kilat.contracts.http.Login;
import dev.kilat.contracts.http.Problem;
import dev.kilat.contracts.http.Upload;
import dev.kilat.contracts.live.BatchEvents;
import dev.kilat.contracts.live.ClientFrame;
import dev.kilat.contracts.live.ErrorFrame;
import dev.kilat.contracts.live.Frame;
import dev.kilat.contracts.live.Joined;
import dev.kilat.contracts.live.LiveEvent;
import dev.kilat.contracts.live.PhotoDeleted;
import dev.kilat.contracts.live.Pong;
import dev.kilat.contracts.queue.Announce;
import dev.kilat.contracts.queue.FanOutMessage;
import dev.kilat.contracts.queue.Slice;
import dev.kilat.contracts.queue.ThumbnailJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
    private static final Set<String> WITHOUT_RECORD =
            Set.of("EventSlug", "PhotoId", "Instant", "Cursor", "Access", "Epoch", "Seq", "Room");

    private static final String EPOCH = "7d1f6c1e-5a0b-4d53-9a55-0c8d6f0f3b11";

    @ParameterizedTest
    @MethodSource("goodWithRecord")
    void a_good_example_read_and_written_is_the_same(Example example) throws Exception {
        var value = Json.MAPPER.readValue(example.text(), recordOf(example));

        assertThat(json(value)).isEqualTo(example.tree());
    }

    @Test
    void a_photo_writes_each_of_its_members_when_it_is_null() throws Exception {
        var photo =
                Json.MAPPER.readValue(
                        Schemas.read("examples/http/Photo/good-failed-before-publication.json"),
                        recordOf("http", "Photo"));

        assertThat(
                        json(photo)
                                .propertyStream()
                                .filter(member -> member.getValue().isNull())
                                .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "seq",
                        "width",
                        "height",
                        "thumbhash",
                        "taken_at",
                        "thumbnails",
                        "uploaded_by");
    }

    @Test
    void the_short_constructors_fill_the_literals() throws Exception {
        var deleted = new PhotoDeleted(9, "01K2R8V3QF7Z9W4X5Y6A7B8C9D");

        assertThat(json(new BatchEvents("demo", EPOCH, 9, List.of(deleted))))
                .isEqualTo(
                        tree(
                                """
                                {"type":"batch:events","event_slug":"demo","epoch":"7d1f6c1e-5a0b-4d53-9a55-0c8d6f0f3b11","head":9,
                                 "events":[{"type":"photo:deleted","seq":9,"photo_id":"01K2R8V3QF7Z9W4X5Y6A7B8C9D"}]}\
                                """));
        assertThat(json(new Joined("admin", null, null)))
                .isEqualTo(
                        tree(
                                """
                                {"type":"joined","room":"admin","epoch":null,"head":null}\
                                """));
        assertThat(json(new Pong()))
                .isEqualTo(
                        tree(
                                """
                                {"type":"pong"}\
                                """));
        assertThat(json(new ErrorFrame("not-found")))
                .isEqualTo(
                        tree(
                                """
                                {"type":"error","code":"not-found"}\
                                """));
        assertThat(
                        json(
                                new Upload.Rejected(
                                        new FileError(FileError.FILE_TOO_LARGE, "100 MB at most"))))
                .isEqualTo(
                        tree(
                                """
                                {"photo_id":null,"status":"rejected","error":{"code":"file-too-large","detail":"100 MB at most"}}\
                                """));
    }

    @Test
    void a_slice_carries_the_frame_that_it_is_given() throws Exception {
        var slice = new Slice("admin", List.of("L0SM9cOFvHcCIhw="), new Pong());

        assertThat(json(slice).get("frame")).isEqualTo(json(new Pong()));
        assertThat(json(new Announce("demo", EPOCH)).get("type").textValue()).isEqualTo("announce");
    }

    @Test
    void a_problem_about_no_field_names_none() throws Exception {
        assertThat(json(new Problem("Not found", 404, "not-found", "There is no such event.")))
                .isEqualTo(
                        tree(
                                """
                                {"type":"about:blank","title":"Not found","status":404,"code":"not-found",
                                 "detail":"There is no such event."}\
                                """));
    }

    @Test
    void an_unknown_literal_is_refused_by_name() {
        assertThatThrownBy(() -> LiveEvent.ofType("photo:burned"))
                .hasMessageContaining("photo:burned");
        assertThatThrownBy(() -> Frame.ofType("batch")).hasMessageContaining("batch");
        assertThatThrownBy(() -> Upload.ofStatus("done")).hasMessageContaining("done");
        assertThatThrownBy(() -> FanOutMessage.ofType("shout")).hasMessageContaining("shout");
    }

    @Test
    void what_is_secret_is_not_in_the_text_of_a_record() {
        assertThat(new Login("eyJhbGciOiJIUzI1NiJ9", Instant.EPOCH).toString())
                .doesNotContain("eyJ");
        assertThat(
                        Example.good()
                                .filter(example ->
                                        Set.of(
                                                        "LoginRequest",
                                                        "EventWithSecret",
                                                        "SessionRequest",
                                                        "Session",
                                                        "SignedPut",
                                                        "LiveTicket")
                                                .contains(example.schema())))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(example ->
                        assertThat(
                                        Json.MAPPER
                                                .readValue(example.text(), recordOf(example))
                                                .toString())
                                .doesNotContain("eyJ", "qF3x", "Signature", "horse"));
    }

    static Stream<Example> goodWithRecord() {
        return Example.good().filter(example -> !WITHOUT_RECORD.contains(example.schema()));
    }

    private static Class<?> recordOf(Example example) {
        return switch (example.area() + "/" + example.schema()) {
            case "live/Ping", "live/JoinEvent", "live/LeaveEvent" -> ClientFrame.class;
            case "queue/thumbnails" -> ThumbnailJob.class;
            case "queue/fan-out" -> FanOutMessage.class;
            default -> recordOf(example.area(), example.schema());
        };
    }

    private static Class<?> recordOf(String area, String schema) {
        try {
            return Class.forName("dev.kilat.contracts." + area + "." + schema);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no record for schema " + schema, e);
        }
    }

    private static JsonNode json(Object value) throws JsonProcessingException {
        return tree(Json.MAPPER.writeValueAsString(value));
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return Json.MAPPER.readTree(text);
    }
}
