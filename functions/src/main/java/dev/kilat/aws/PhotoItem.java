package dev.kilat.aws;

import static dev.kilat.aws.Attributes.instantIf;
import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.numberIf;
import static dev.kilat.aws.Attributes.text;
import static dev.kilat.aws.Attributes.textIf;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ProcessingStatus;
import dev.kilat.photo.Thumbnails;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A photo as DynamoDB attributes: in its PHOTOS row, and inside each change about it.
final class PhotoItem {
    private PhotoItem() {}

    static Attributes write(Attributes into, Photo photo) {
        into.put("photo_id", photo.id().value())
                .put("event_slug", photo.event().value())
                .put("seq", photo.seq())
                .put("as_of", photo.asOf())
                .put("file_name", photo.fileName())
                .put("content_type", photo.contentType())
                .put("size", photo.size())
                .put("width", photo.width())
                .put("height", photo.height())
                .put("thumbhash", photo.thumbhash())
                .put("taken_at", photo.takenAt())
                .put("created_at", photo.createdAt())
                .put("processing_status", photo.status().name())
                .put("processing_error", photo.processingError())
                .put("like_count", photo.likeCount())
                .put("comment_count", photo.commentCount())
                .put("uploaded_by", photo.uploadedBy())
                .put("sha256", photo.sha256())
                .put("deleted", Attributes.truth(photo.deleted()));
        if (photo.thumbnails() != null) {
            into.put("thumbnails", thumbnails(photo.thumbnails()));
        }
        return into;
    }

    static Photo read(Map<String, AttributeValue> item) {
        return new Photo(
                new PhotoId(text(item, "photo_id")),
                new EventSlug(text(item, "event_slug")),
                number(item, "seq"),
                // Rows of before this was noted have all their changes in them.
                numberIf(item, "as_of").orElse(Long.MAX_VALUE),
                text(item, "file_name"),
                text(item, "content_type"),
                number(item, "size"),
                (int) number(item, "width"),
                (int) number(item, "height"),
                textIf(item, "thumbhash").orElse(null),
                instantIf(item, "taken_at").orElse(null),
                Instant.parse(text(item, "created_at")),
                ProcessingStatus.valueOf(text(item, "processing_status")),
                textIf(item, "processing_error").orElse(null),
                item.containsKey("thumbnails")
                        ? thumbnails(Objects.requireNonNull(item.get("thumbnails")).m())
                        : null,
                numberIf(item, "like_count").orElse(0L),
                numberIf(item, "comment_count").orElse(0L),
                text(item, "uploaded_by"),
                text(item, "sha256"),
                Objects.requireNonNull(item.get("deleted")).bool());
    }

    static AttributeValue thumbnails(Thumbnails thumbnails) {
        return AttributeValue.fromM(
                Map.of(
                        "small", rendition(thumbnails.small()),
                        "medium", rendition(thumbnails.medium()),
                        "large", rendition(thumbnails.large())));
    }

    private static Thumbnails thumbnails(Map<String, AttributeValue> sizes) {
        return new Thumbnails(
                rendition(sizes, "small"), rendition(sizes, "medium"), rendition(sizes, "large"));
    }

    private static AttributeValue rendition(Thumbnails.Rendition rendition) {
        return AttributeValue.fromM(
                new Attributes()
                        .put("key", rendition.key())
                        .put("width", rendition.width())
                        .put("height", rendition.height())
                        .map());
    }

    private static Thumbnails.Rendition rendition(Map<String, AttributeValue> sizes, String name) {
        Map<String, AttributeValue> size = Objects.requireNonNull(sizes.get(name)).m();
        return new Thumbnails.Rendition(
                text(size, "key"), (int) number(size, "width"), (int) number(size, "height"));
    }
}
