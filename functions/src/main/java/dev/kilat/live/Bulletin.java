package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Head;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Makes frames of what was committed, and sends them to their rooms.
public final class Bulletin {
    /// The largest frame that API Gateway does not split, in bytes.
    static final int LARGEST_FRAME = 32 * 1024;

    /// If nobody knows what a room was sent, it gets this many changes again; pages drop what they
    /// have.
    static final int LOOK_BACK = 30;

    /// More changes than this never fit into a frame of photos.
    private static final int MOST_CHANGES = 200;

    private final ChangeLog log;
    private final FrameWriter writer;
    private final Delivery delivery;
    private final PublishClock clock;

    public Bulletin(ChangeLog log, FrameWriter writer, Delivery delivery, PublishClock clock) {
        this.log = log;
        this.writer = writer;
        this.delivery = delivery;
        this.clock = clock;
    }

    /// Sends one frame with the changes behind `sent`, or with the head only if they do not fit.
    ///
    /// @param head the end of the log a moment ago; what comes after it may be in the frame too
    /// @return what the room has been sent now
    long changes(Feed feed, long head, OptionalLong sent) {
        long from = sent.orElse(Math.max(0, head - LOOK_BACK));
        if (from >= head) {
            return from;
        }
        List<Change.Logged> changes = log.after(feed.event(), from, MOST_CHANGES);
        long last = changes.isEmpty() ? from : changes.getLast().seq();
        // What was committed may be read in part only, for a moment: the pages will ask for it.
        List<Change.Logged> whole = last < head ? List.of() : changes;
        long end = Math.max(last, head);
        delivery.toRoom(feed.room(), fitting(feed, end, whole, sent.isEmpty()));
        clock.posted(feed.event(), changes);
        return end;
    }

    void failed(EventSlug event, Head head, PhotoId photo, String error) {
        delivery.toRoom(Room.ADMIN, writer.write(new Frame.PhotoFailed(event, head, photo, error)));
    }

    void commented(EventSlug event, Head head, Comment comment) {
        delivery.toRoom(Room.ADMIN, writer.write(new Frame.NewComment(event, head, comment)));
    }

    /// @param at when the likes were read: of two frames that cross, the later one counts
    public void liked(EventSlug event, Head head, PhotoId photo, long count, Instant at) {
        delivery.toRoom(
                new Room.OfEvent(event),
                writer.write(new Frame.PhotoLiked(event, head, photo, count, at)));
    }

    void progress(EventSlug event, Head head, String uploader, UploadRuns.Run run) {
        delivery.toRoom(Room.ADMIN, writer.write(new Frame.Uploading(event, head, uploader, run)));
    }

    private byte[] fitting(
            Feed feed, long head, List<Change.Logged> changes, boolean mayLeaveOutTheOldest) {
        List<Change.Logged> carried = changes;
        while (true) {
            byte[] frame =
                    writer.write(new Frame.Changes(feed.event(), feed.epoch(), head, carried));
            if (frame.length <= LARGEST_FRAME || carried.isEmpty()) {
                return frame;
            }
            carried =
                    mayLeaveOutTheOldest
                            ? carried.subList((carried.size() + 1) / 2, carried.size())
                            : List.of();
        }
    }
}
