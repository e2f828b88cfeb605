package dev.kilat.contracts.live;

/// A photo is out of the gallery.
public record PhotoDeleted(String type, long seq, String photoId) implements LiveEvent {
    public static final String TYPE = "photo:deleted";

    public PhotoDeleted(long seq, String photoId) {
        this(TYPE, seq, photoId);
    }
}
