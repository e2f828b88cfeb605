package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a ticket promised: a photo before it is published. Stays for good, so that a late or
/// repeated delivery finds out what became of it.
///
/// @param sha256 base64
/// @param width as the uploader says, in pixels as displayed; the object's own header is what
///   counts
/// @param thumbhash base64, as the uploader says
public record Pending(
        PhotoId id,
        EventSlug event,
        String fileName,
        String contentType,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbhash,
        @Nullable Instant takenAt,
        String uploadedBy,
        Instant createdAt,
        State state) {

    public sealed interface State {
        /// Its object may come, or may be here already.
        record Waiting() implements State {}

        /// Its object is no photo; it will never be published.
        record Failed(String error) implements State {}

        record Published() implements State {}
    }

    public Photo published(
            String realType, int realWidth, int realHeight, @Nullable Instant taken) {
        return photo(realType, realWidth, realHeight, taken, ProcessingStatus.UPLOADED, null);
    }

    /// As admins see it; no guest ever does.
    public Photo failed(String error) {
        return photo(
                contentType,
                width == null ? 0 : width,
                height == null ? 0 : height,
                null,
                ProcessingStatus.FAILED,
                error);
    }

    private Photo photo(
            String type,
            int realWidth,
            int realHeight,
            @Nullable Instant taken,
            ProcessingStatus status,
            @Nullable String error) {
        return new Photo(
                id,
                event,
                0,
                0,
                fileName,
                type,
                size,
                realWidth,
                realHeight,
                thumbhash,
                taken == null ? takenAt : taken,
                createdAt,
                status,
                error,
                null,
                0,
                0,
                uploadedBy,
                sha256,
                false);
    }
}
