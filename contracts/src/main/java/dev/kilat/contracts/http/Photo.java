package dev.kilat.contracts.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A photo as it is now. Every component is written, null too.
///
/// @param photoId a ULID
/// @param seq of its adding, its place in the gallery; like width and height null only if it FAILED
///   before it was published
/// @param size bytes of the original
/// @param width of the original as displayed, orientation applied; so is the height
/// @param thumbhash base64, drawn until the first thumbnail is there
/// @param processingError why it FAILED
/// @param uploadedBy the admin
public record Photo(
        String photoId,
        String eventSlug,
        @Nullable Long seq,
        String fileName,
        String contentType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbhash,
        @Nullable Instant takenAt,
        Instant createdAt,
        ProcessingStatus processingStatus,
        @Nullable String processingError,
        @Nullable Thumbnails thumbnails,
        long likeCount,
        long commentCount,
        @Nullable String uploadedBy) {}
