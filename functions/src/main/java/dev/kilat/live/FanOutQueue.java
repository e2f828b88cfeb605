package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.PhotoId;
import java.util.List;

/// The port on work that goes on behind the caller's back: at least once, in no order.
public interface FanOutQueue {
    /// The room wants frames; `owner` is to go on as its sender.
    void announce(EventSlug event, String owner);

    /// The frame is to be posted to these connections of the room.
    void slice(Room room, List<String> connectionIds, byte[] frame);

    /// The room is to be told of the photo's likes; comes when a second has passed.
    void likes(PhotoId photo);

    /// Admins are to be told how far the uploader has come; comes when a second has passed.
    void progress(EventSlug event, String uploader);
}
