package dev.kilat.contracts.live;

import dev.kilat.contracts.http.Photo;

/// A deleted photo is back in its place.
public record PhotoRestored(String type, long seq, String photoId, Photo photo)
        implements LiveEvent {
    public static final String TYPE = "photo:restored";

    public PhotoRestored(long seq, String photoId, Photo photo) {
        this(TYPE, seq, photoId, photo);
    }
}
