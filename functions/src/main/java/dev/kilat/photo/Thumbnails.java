package dev.kilat.photo;

/// The derivatives of a photo, never larger than its original.
public record Thumbnails(Rendition small, Rendition medium, Rendition large) {
    /// @param key object key in the media bucket, unguessable and immutable
    public record Rendition(String key, int width, int height) {}
}
