package dev.kilat.entry;

import static java.lang.System.Logger.Level.INFO;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// S3, asynchronous: an object arrived in the originals bucket.
public final class PhotoUploaded implements RequestHandler<S3Event, @Nullable Void> {
    private static final System.Logger LOG = System.getLogger(PhotoUploaded.class.getName());

    private final Ingest ingest;

    public PhotoUploaded() {
        this(Wiring.onLambda());
    }

    public PhotoUploaded(Wiring wiring) {
        ingest = wiring.ingest();
        Priming.by(() -> ingest.ingest(PhotoId.OF_NO_PHOTO, Instant.EPOCH));
    }

    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        Invocations.run(context, () -> ingest(event));
        return null;
    }

    private void ingest(S3Event event) {
        for (var delivery : event.getRecords()) {
            Instant stored = Instant.ofEpochMilli(delivery.getEventTime().getMillis());
            String key = delivery.getS3().getObject().getUrlDecodedKey();
            Photo.idOfOriginal(key)
                    .ifPresentOrElse(
                            id ->
                                    LOG.log(
                                            INFO,
                                            "{0}: {1}",
                                            key,
                                            ingest.ingest(id, stored).getClass().getSimpleName()),
                            () -> LOG.log(INFO, "{0} is no original of ours", key));
        }
    }
}
