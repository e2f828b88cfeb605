package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kilat.contracts.queue.Announce;
import dev.kilat.contracts.queue.FanOutMessage;
import dev.kilat.contracts.queue.Likes;
import dev.kilat.contracts.queue.Progress;
import dev.kilat.contracts.queue.Slice;
import dev.kilat.event.EventSlug;
import dev.kilat.http.FanOutJson;
import dev.kilat.live.Broadcaster;
import dev.kilat.live.Delivery;
import dev.kilat.live.UploadProgress;
import dev.kilat.photo.PhotoId;
import dev.kilat.social.LikeNews;
import java.time.Duration;

/// SQS: goes on as the sender of a room, posts a frame to a slice of a large one, or tells what was
/// held back for a second.
public final class FanOut implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /// What the last frame of a turn may take.
    private static final Duration LAST_FRAME = Duration.ofSeconds(5);

    private final Broadcaster broadcaster;
    private final Delivery delivery;
    private final LikeNews likes;
    private final UploadProgress progress;
    private final Redelivery redelivery;

    public FanOut() {
        this(Wiring.onLambda());
    }

    public FanOut(Wiring wiring) {
        broadcaster = wiring.broadcaster();
        delivery = wiring.delivery();
        likes = wiring.likeNews();
        progress = wiring.uploadProgress();
        redelivery = wiring.fanOutRedelivery();
        wiring.beforeSnapshot(
                () -> broadcaster.goOn(new EventSlug("priming"), "nobody", Duration.ZERO));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Duration time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(LAST_FRAME);
        return Invocations.run(
                context,
                () -> Batch.each(event, body -> handle(FanOutJson.read(body), time), redelivery));
    }

    private void handle(FanOutMessage message, Duration time) {
        switch (message) {
            case Announce(_, var event, var owner) ->
                    broadcaster.goOn(new EventSlug(event), owner, time);
            case Slice slice ->
                    delivery.toConnections(slice.connectionIds(), FanOutJson.frame(slice));
            case Likes(_, var photo) -> likes.due(new PhotoId(photo));
            case Progress(_, var event, var uploader) ->
                    progress.due(new EventSlug(event), uploader);
        }
    }
}
