package dev.kilat.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.contracts.HttpContract;
import dev.kilat.contracts.Schemas;
import dev.kilat.event.EventSlug;
import dev.kilat.live.Conversation.Said;
import dev.kilat.live.Frame;
import dev.kilat.live.Frame.Refusal;
import dev.kilat.photo.Change;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Head;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameJsonTest {
    private static final String EPOCH = "7d1f6c1e-5a0b-4d53-9a55-0c8d6f0f3b11";
    private static final Head HEAD = new Head(EPOCH, 8, 3, null);
    private static final Comment COMMENT =
            new Comment(
                    new CommentId("5e0b6c2e-5f0d-4c3e-9d5c-0d7d2f3b1a11"),
                    Samples.photoId(),
                    6,
                    "Ayu",
                    "Selamat!\n\"Cheers\"",
                    Samples.NOON,
                    "secret-guest",
                    false);
    private static final PhotoJson PHOTOS = new PhotoJson(URI.create("https://gallery.example"));

    private final FrameJson frames = new FrameJson(PHOTOS);
    private final Photo photo = Samples.photo(Samples.ticket(Samples.WEDDING)).at(5);

    @Test
    void every_change_is_the_event_of_the_contract() {
        Photo ready = photo.ready(Samples.thumbnails(), null);
        String json =
                write(
                        new Frame.Changes(
                                Samples.WEDDING,
                                EPOCH,
                                8,
                                List.of(
                                        new Change.Logged(5, Samples.added(photo)),
                                        new Change.Logged(6, new Change.Updated(ready)),
                                        new Change.Logged(7, new Change.Deleted(ready)),
                                        new Change.Logged(8, new Change.Restored(ready)))));

        isAFrame(json);
        assertThat(json)
                .contains("\"type\":\"photo:upload:complete\",\"seq\":5")
                .contains("\"type\":\"photo:updated\",\"seq\":6")
                .contains("\"type\":\"photo:deleted\",\"seq\":7")
                .contains("\"type\":\"photo:restored\",\"seq\":8");
    }

    @Test
    void a_comment_is_told_and_a_ruling_tells_only_how_many_are_left() {
        String json =
                write(
                        new Frame.Changes(
                                Samples.WEDDING,
                                EPOCH,
                                8,
                                List.of(
                                        new Change.Logged(
                                                6,
                                                new Change.Commented(photo.counted(0, 1), COMMENT)),
                                        moderated(7, photo),
                                        moderated(8, photo.deleted(true)))));

        isAFrame(json);
        assertThat(json)
                .contains("\"type\":\"comment:added\",\"seq\":6")
                .contains("\"comment\":" + Json.write(CommentJson.of(COMMENT)))
                .contains("\"type\":\"photo:updated\",\"seq\":7")
                .contains("\"type\":\"photo:deleted\",\"seq\":8")
                .doesNotContain("secret-guest");
    }

    @Test
    void a_photo_in_a_frame_is_the_photo_of_the_calls() {
        String json =
                write(
                        new Frame.Changes(
                                Samples.WEDDING,
                                EPOCH,
                                5,
                                List.of(new Change.Logged(5, Samples.added(photo)))));

        assertThat(json).contains("\"photo\":" + Json.write(PHOTOS.of(photo)));
    }

    @Test
    void every_other_frame_is_as_agreed() {
        isAFrame(write(new Frame.Changes(Samples.WEDDING, EPOCH, 8, List.of())));
        isAFrame(write(new Frame.JoinedEvent(Samples.WEDDING, HEAD)));
        isAFrame(write(new Frame.JoinedAdmins()));
        isAFrame(write(new Frame.Pong()));
        isAFrame(write(new Frame.PhotoFailed(Samples.WEDDING, HEAD, photo.id(), "no image")));
        isAFrame(write(new Frame.NewComment(Samples.WEDDING, HEAD, COMMENT)));
        for (Refusal why : Refusal.values()) {
            isAFrame(write(new Frame.Refused(why)));
        }
        assertThat(write(new Frame.Refused(Refusal.NOT_FOUND)))
                .isEqualTo("{\"type\":\"error\",\"code\":\"not-found\"}");
    }

    @Test
    void what_a_page_says_is_understood() {
        assertThat(FrameJson.read("{\"action\":\"ping\"}")).isEqualTo(new Said.Ping());
        assertThat(FrameJson.read("{\"action\":\"event:leave\"}")).isEqualTo(new Said.Leave());
        assertThat(FrameJson.read("{\"action\":\"event:join\",\"event_slug\":\"wedding\"}"))
                .isEqualTo(new Said.Join(new EventSlug("wedding")));
        assertThat(FrameJson.read("{\"action\":\"event:join\",\"eventSlug\":\"wedding\"}"))
                .isEqualTo(new Said.Join(new EventSlug("wedding")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "[]",
                "null",
                "{}",
                "{\"action\":null}",
                "{\"action\":7}",
                "{\"action\":\"shout\"}",
                "{\"action\":\"event:join\"}",
                "{\"action\":\"event:join\",\"event_slug\":\"NOT a slug\"}",
                "{\"action\":\"event:join\",\"event_slug\":[\"wedding\"]}",
            })
    void anything_else_is_unclear(String text) {
        assertThat(FrameJson.read(text)).isEqualTo(new Said.Unclear());
    }

    @Test
    void nothing_is_unclear_too() {
        assertThat(FrameJson.read(null)).isEqualTo(new Said.Unclear());
    }

    private static Change.Logged moderated(long seq, Photo photo) {
        return new Change.Logged(
                seq, new Change.Moderated(photo, COMMENT.id(), 6, Change.Ruling.HIDE));
    }

    private String write(Frame frame) {
        return new String(frames.write(frame), UTF_8);
    }

    private static void isAFrame(String json) {
        assertThat(HttpContract.validate(Schemas.live("Frame"), json)).as(json).isEmpty();
    }
}
