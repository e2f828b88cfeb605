package dev.kilat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.contracts.queue.Announce;
import dev.kilat.contracts.queue.FanOutMessage;
import dev.kilat.contracts.queue.Likes;
import dev.kilat.contracts.queue.Progress;
import dev.kilat.contracts.queue.Slice;
import dev.kilat.event.EventSlug;
import dev.kilat.live.Room;
import dev.kilat.photo.PhotoId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages on the fan-out queue.
public final class FanOutJson {
    private FanOutJson() {}

    public static String announce(EventSlug event, String owner) {
        return Json.write(new Announce(event.value(), owner));
    }

    public static String slice(Room room, List<String> connectionIds, byte[] frame) {
        Object parsed = Json.trusted(new String(frame, UTF_8), Map.class);
        return Json.write(new Slice(room.toString(), connectionIds, parsed));
    }

    public static String likes(PhotoId photo) {
        return Json.write(new Likes(photo.value()));
    }

    public static String progress(EventSlug event, String uploader) {
        return Json.write(new Progress(event.value(), uploader));
    }

    /// @throws IllegalArgumentException if it is no message of ours
    public static FanOutMessage read(String text) {
        return switch (Json.trusted(text, Kind.class).type()) {
            case Announce.TYPE -> Json.trusted(text, Announce.class);
            case Slice.TYPE -> Json.trusted(text, Slice.class);
            case Likes.TYPE -> Json.trusted(text, Likes.class);
            case Progress.TYPE -> Json.trusted(text, Progress.class);
            case null, default -> throw new IllegalArgumentException("no fan-out message: " + text);
        };
    }

    /// The frame of a slice, as it was sent.
    public static byte[] frame(Slice slice) {
        return Json.write(slice.frame()).getBytes(UTF_8);
    }

    private record Kind(@Nullable String type) {}
}
