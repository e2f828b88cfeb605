package dev.kilat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.contracts.live.BatchEvents;
import dev.kilat.contracts.live.ClientFrame;
import dev.kilat.contracts.live.CommentAdded;
import dev.kilat.contracts.live.ErrorFrame;
import dev.kilat.contracts.live.Joined;
import dev.kilat.contracts.live.LiveEvent;
import dev.kilat.contracts.live.NewCommentNotification;
import dev.kilat.contracts.live.PhotoDeleted;
import dev.kilat.contracts.live.PhotoFailed;
import dev.kilat.contracts.live.PhotoLiked;
import dev.kilat.contracts.live.PhotoRestored;
import dev.kilat.contracts.live.PhotoUpdated;
import dev.kilat.contracts.live.PhotoUploaded;
import dev.kilat.contracts.live.Pong;
import dev.kilat.contracts.live.UploadProgress;
import dev.kilat.event.EventSlug;
import dev.kilat.live.Conversation.Said;
import dev.kilat.live.Frame;
import dev.kilat.live.FrameWriter;
import dev.kilat.live.Room;
import dev.kilat.photo.Change;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Head;
import dev.kilat.photo.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frames as they cross the WebSocket.
public final class FrameJson implements FrameWriter {
    private final PhotoJson photos;

    public FrameJson(PhotoJson photos) {
        this.photos = photos;
    }

    @Override
    public byte[] write(Frame frame) {
        return Json.write(contract(frame)).getBytes(UTF_8);
    }

    /// What a page said; what cannot be read is unclear.
    public static Said read(@Nullable String text) {
        try {
            ClientFrame frame = Json.read(text == null ? "" : text, ClientFrame.class);
            return switch (frame.action()) {
                case ClientFrame.PING -> new Said.Ping();
                case ClientFrame.JOIN -> join(frame.eventSlug());
                case ClientFrame.LEAVE -> new Said.Leave();
                case null, default -> new Said.Unclear();
            };
        } catch (Json.Malformed | IllegalArgumentException e) {
            return new Said.Unclear();
        }
    }

    private static Said join(@Nullable String slug) {
        return slug == null ? new Said.Unclear() : new Said.Join(new EventSlug(slug));
    }

    private dev.kilat.contracts.live.Frame contract(Frame frame) {
        return switch (frame) {
            case Frame.Changes(var event, var epoch, var head, var changes) ->
                    new BatchEvents(
                            event.value(),
                            epoch,
                            head,
                            changes.stream().map(this::contract).toList());
            case Frame.PhotoFailed(var event, var head, var photo, var error) ->
                    alone(event, head, new PhotoFailed(photo.value(), event.value(), error));
            case Frame.NewComment(var event, var head, var comment) ->
                    alone(
                            event,
                            head,
                            new NewCommentNotification(
                                    comment.photo().value(),
                                    event.value(),
                                    CommentJson.of(comment)));
            case Frame.PhotoLiked(var event, var head, var photo, var count, var at) ->
                    alone(event, head, new PhotoLiked(photo.value(), count, at));
            case Frame.Uploading(var event, var head, var uploader, var run) ->
                    alone(
                            event,
                            head,
                            new UploadProgress(
                                    run.last().value(),
                                    event.value(),
                                    uploader,
                                    run.arrived(),
                                    run.expected()));
            case Frame.JoinedEvent(var event, var head) ->
                    new Joined(new Room.OfEvent(event).toString(), head.epoch(), head.seq());
            case Frame.JoinedAdmins() -> new Joined(Room.ADMIN.toString(), null, null);
            case Frame.Pong() -> new Pong();
            case Frame.Refused(var why) ->
                    new ErrorFrame(
                            switch (why) {
                                case INVALID_REQUEST -> "invalid-request";
                                case NOT_FOUND -> "not-found";
                            });
        };
    }

    private static BatchEvents alone(EventSlug event, Head head, LiveEvent it) {
        return new BatchEvents(event.value(), head.epoch(), head.seq(), List.of(it));
    }

    private LiveEvent contract(Change.Logged logged) {
        long seq = logged.seq();
        String id = logged.change().photo().id().value();
        return switch (logged.change()) {
            case Change.Added(Photo photo, _) -> new PhotoUploaded(seq, id, photos.of(photo));
            case Change.Updated(Photo photo) -> new PhotoUpdated(seq, id, photos.of(photo));
            case Change.Deleted _ -> new PhotoDeleted(seq, id);
            case Change.Restored(Photo photo) -> new PhotoRestored(seq, id, photos.of(photo));
            case Change.Commented(Photo _, Comment comment) ->
                    new CommentAdded(seq, id, CommentJson.of(comment));
            // How many comments it has is all that changed, and a deleted one is not brought back.
            case Change.Moderated(Photo photo, _, _, _) ->
                    photo.deleted()
                            ? new PhotoDeleted(seq, id)
                            : new PhotoUpdated(seq, id, photos.of(photo));
        };
    }
}
