package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A published photo as it is now.
///
/// @param seq number of the change that added it: its place in the gallery
/// @param asOf number of the last change of the log that is in it
/// @param contentType of the original: image/jpeg, image/png or image/webp
/// @param size of the original in bytes
/// @param width as displayed, in pixels (orientation applied)
/// @param height as displayed, in pixels
/// @param thumbhash base64, drawn before the first byte of the photo arrives
/// @param sha256 base64, of the original
public record Photo(
        PhotoId id,
        EventSlug event,
        long seq,
        long asOf,
        String fileName,
        String contentType,
        long size,
        int width,
        int height,
        @Nullable String thumbhash,
        @Nullable Instant takenAt,
        Instant createdAt,
        ProcessingStatus status,
        @Nullable String processingError,
        @Nullable Thumbnails thumbnails,
        long likeCount,
        long commentCount,
        String uploadedBy,
        String sha256,
        boolean deleted) {
    public String originalKey() {
        return originalKey(event, id);
    }

    /// Where the copy that guests download lies: the original without what tells where and by which
    /// camera.
    public String downloadKey() {
        return "downloads/" + event + "/" + id;
    }

    public static String originalKey(EventSlug event, PhotoId id) {
        return "originals/" + event + "/" + id;
    }

    /// The id in the key of an original; empty for any other key.
    public static Optional<PhotoId> idOfOriginal(String key) {
        String[] parts = key.split("/", -1);
        return parts.length == 3 && parts[0].equals("originals") && PhotoId.isValid(parts[2])
                ? Optional.of(new PhotoId(parts[2]))
                : Optional.empty();
    }

    /// As the change of that number adds it.
    public Photo at(long newSeq) {
        return numbered(newSeq, newSeq);
    }

    /// As the change of that number leaves it.
    public Photo asOf(long change) {
        return numbered(seq, change);
    }

    /// @param hash used if the uploader sent none
    public Photo ready(Thumbnails made, @Nullable String hash) {
        return with(
                thumbhash == null ? hash : thumbhash,
                ProcessingStatus.THUMBNAILS_READY,
                null,
                made,
                deleted);
    }

    public Photo failed(String error) {
        return with(thumbhash, ProcessingStatus.FAILED, error, null, deleted);
    }

    /// As it was before its thumbnails failed.
    public Photo uploaded() {
        return with(thumbhash, ProcessingStatus.UPLOADED, null, null, deleted);
    }

    public Photo deleted(boolean gone) {
        return with(thumbhash, status, processingError, thumbnails, gone);
    }

    public Photo counted(long likes, long comments) {
        return copy(
                seq,
                asOf,
                thumbhash,
                status,
                processingError,
                thumbnails,
                likes,
                comments,
                deleted);
    }

    private Photo numbered(long newSeq, long newAsOf) {
        return copy(
                newSeq,
                newAsOf,
                thumbhash,
                status,
                processingError,
                thumbnails,
                likeCount,
                commentCount,
                deleted);
    }

    private Photo with(
            @Nullable String newThumbhash,
            ProcessingStatus newStatus,
            @Nullable String newError,
            @Nullable Thumbnails newThumbnails,
            boolean newDeleted) {
        return copy(
                seq,
                asOf,
                newThumbhash,
                newStatus,
                newError,
                newThumbnails,
                likeCount,
                commentCount,
                newDeleted);
    }

    private Photo copy(
            long newSeq,
            long newAsOf,
            @Nullable String newThumbhash,
            ProcessingStatus newStatus,
            @Nullable String newError,
            @Nullable Thumbnails newThumbnails,
            long likes,
            long comments,
            boolean newDeleted) {
        return new Photo(
                id,
                event,
                newSeq,
                newAsOf,
                fileName,
                contentType,
                size,
                width,
                height,
                newThumbhash,
                takenAt,
                createdAt,
                newStatus,
                newError,
                newThumbnails,
                likes,
                comments,
                uploadedBy,
                sha256,
                newDeleted);
    }
}
