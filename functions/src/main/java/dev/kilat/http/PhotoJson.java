package dev.kilat.http;

import dev.kilat.contracts.http.Photo;
import dev.kilat.contracts.http.ProcessingStatus;
import dev.kilat.contracts.http.Thumbnail;
import dev.kilat.contracts.http.Thumbnails;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Photos as the contracts want them, with absolute URLs.
public final class PhotoJson {
    private final URI publicOrigin;

    public PhotoJson(URI publicOrigin) {
        this.publicOrigin = publicOrigin;
    }

    public List<Photo> all(List<dev.kilat.photo.Photo> photos) {
        return photos.stream().map(this::of).toList();
    }

    public Photo of(dev.kilat.photo.Photo photo) {
        return new Photo(
                photo.id().value(),
                photo.event().value(),
                photo.seq() == 0 ? null : photo.seq(),
                photo.fileName(),
                photo.contentType(),
                photo.size(),
                photo.width() == 0 ? null : photo.width(),
                photo.height() == 0 ? null : photo.height(),
                photo.thumbhash(),
                photo.takenAt(),
                photo.createdAt(),
                status(photo),
                photo.processingError(),
                thumbnails(photo.thumbnails()),
                photo.likeCount(),
                photo.commentCount(),
                photo.uploadedBy());
    }

    private static ProcessingStatus status(dev.kilat.photo.Photo photo) {
        return switch (photo.status()) {
            case UPLOADED -> ProcessingStatus.UPLOADED;
            case THUMBNAILS_READY -> ProcessingStatus.THUMBNAILS_READY;
            case FAILED -> ProcessingStatus.FAILED;
            case PENDING -> throw new IllegalArgumentException(photo.id() + " is not ingested yet");
        };
    }

    private @Nullable Thumbnails thumbnails(dev.kilat.photo.@Nullable Thumbnails made) {
        return made == null
                ? null
                : new Thumbnails(
                        thumbnail(made.small()), thumbnail(made.medium()), thumbnail(made.large()));
    }

    private Thumbnail thumbnail(dev.kilat.photo.Thumbnails.Rendition rendition) {
        return new Thumbnail(
                publicOrigin + "/" + rendition.key(), rendition.width(), rendition.height());
    }
}
