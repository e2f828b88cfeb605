package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kilat.http.Json;
import dev.kilat.photo.PhotoId;
import dev.kilat.thumbnail.ThumbnailJob;

/// SQS: makes what guests see of one photo.
public final class BuildThumbnails implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final ThumbnailJob job;
    private final Redelivery redelivery;

    public BuildThumbnails() {
        this(Wiring.onLambda());
    }

    public BuildThumbnails(Wiring wiring) {
        job = wiring.thumbnailJob();
        redelivery = wiring.thumbnailRedelivery();
        wiring.beforeSnapshot(() -> job.run(PhotoId.OF_NO_PHOTO));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return Invocations.run(context, () -> Batch.each(event, this::run, redelivery));
    }

    private void run(String body) {
        job.run(
                new PhotoId(
                        Json.trusted(body, dev.kilat.contracts.queue.ThumbnailJob.class)
                                .photoId()));
    }
}
