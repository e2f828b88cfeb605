package dev.kilat.http;

import dev.kilat.photo.Ingest;
import dev.kilat.photo.Ingested;
import dev.kilat.photo.Moderation;
import dev.kilat.photo.Retry;
import java.time.InstantSource;

/// What admins do with a photo.
public final class PhotoCalls {
    private final Ingest ingest;
    private final Moderation moderation;
    private final Retry retry;
    private final PhotoJson json;
    private final InstantSource clock;

    public PhotoCalls(
            Ingest ingest,
            Moderation moderation,
            Retry retry,
            PhotoJson json,
            InstantSource clock) {
        this.ingest = ingest;
        this.moderation = moderation;
        this.retry = retry;
        this.json = json;
        this.clock = clock;
    }

    Response complete(Call call) {
        return call.photoId()
                .map(id -> answer(ingest.ingest(id, clock.instant())))
                .orElseGet(Problems::notFound);
    }

    Response delete(Call call) {
        return call.photoId()
                .flatMap(moderation::delete)
                .map(_ -> Response.noContent())
                .orElseGet(Problems::notFound);
    }

    Response restore(Call call) {
        return call.photoId()
                .flatMap(moderation::restore)
                .map(photo -> Response.ok(json.of(photo)))
                .orElseGet(Problems::notFound);
    }

    Response retry(Call call) {
        return call.photoId()
                .flatMap(retry::retry)
                .map(photo -> Response.ok(json.of(photo)))
                .orElseGet(Problems::notFound);
    }

    private Response answer(Ingested ingested) {
        return switch (ingested) {
            case Ingested.Published(var photo) -> Response.ok(json.of(photo));
            case Ingested.AlreadyPublished(var photo) -> Response.ok(json.of(photo));
            case Ingested.NotAnImage(var photo) -> Response.ok(json.of(photo));
            case Ingested.UnknownTicket() -> Problems.notFound();
            case Ingested.ObjectMissing() -> Problems.objectMissing();
            case Ingested.ObjectMismatch(var why) -> Problems.objectMismatch(why);
        };
    }
}
