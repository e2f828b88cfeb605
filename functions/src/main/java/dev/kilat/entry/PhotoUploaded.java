package dev.kilat.entry;

import static java.lang.System.Logger.Level.INFO;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/// S3, asynchronous: an object arrived in the originals bucket.
public final class PhotoUploaded implements RequestStreamHandler {
    private static final System.Logger LOG = System.getLogger(PhotoUploaded.class.getName());

    private final Ingest ingest;

    public PhotoUploaded() {
        this(Wiring.onLambda());
    }

    public PhotoUploaded(Wiring wiring) {
        ingest = wiring.ingest();
        wiring.beforeSnapshot(() -> ingest.ingest(PhotoId.OF_NO_PHOTO, Instant.EPOCH));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream nobodyReads, Context context) {
        Invocations.run(context, () -> ObjectCreated.read(event).forEach(this::ingest));
    }

    private void ingest(ObjectCreated object) {
        Photo.idOfOriginal(object.key())
                .ifPresentOrElse(
                        id ->
                                LOG.log(
                                        INFO,
                                        "{0}: {1}",
                                        object.key(),
                                        ingest.ingest(id, object.at()).getClass().getSimpleName()),
                        () -> LOG.log(INFO, "{0} is no original of ours", object.key()));
    }
}
