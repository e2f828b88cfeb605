package dev.kilat.live.memory;

import dev.kilat.event.EventSlug;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Room;
import dev.kilat.photo.PhotoId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was left to the queue.
public final class MemoryFanOut implements FanOutQueue {
    public final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void announce(EventSlug event, String owner) {
        messages.add("announce " + event);
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        messages.add("slice " + room);
    }

    @Override
    public void likes(PhotoId photo) {
        messages.add("likes " + photo);
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        messages.add("progress " + event + " " + uploader);
    }
}
