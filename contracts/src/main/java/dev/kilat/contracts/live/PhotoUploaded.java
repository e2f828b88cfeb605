package dev.kilat.contracts.live;

import dev.kilat.contracts.http.Photo;

/// A photo is in the gallery; its thumbnails follow.
public record PhotoUploaded(String type, long seq, String photoId, Photo photo)
        implements LiveEvent {
    public static final String TYPE = "photo:upload:complete";

    public PhotoUploaded(long seq, String photoId, Photo photo) {
        this(TYPE, seq, photoId, photo);
    }
}
