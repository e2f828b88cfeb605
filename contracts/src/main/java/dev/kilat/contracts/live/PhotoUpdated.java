package dev.kilat.contracts.live;

import dev.kilat.contracts.http.Photo;

/// A photo has changed, as when its thumbnails are there.
public record PhotoUpdated(String type, long seq, String photoId, Photo photo)
        implements LiveEvent {
    public static final String TYPE = "photo:updated";

    public PhotoUpdated(long seq, String photoId, Photo photo) {
        this(TYPE, seq, photoId, photo);
    }
}
