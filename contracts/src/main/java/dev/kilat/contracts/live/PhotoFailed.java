package dev.kilat.contracts.live;

/// Tells the admins, in the room `admin`, of a photo that will not be shown or gets no thumbnails.
public record PhotoFailed(String type, String photoId, String eventSlug, String error)
        implements LiveEvent {
    public static final String TYPE = "photo:failed";

    public PhotoFailed(String photoId, String eventSlug, String error) {
        this(TYPE, photoId, eventSlug, error);
    }
}
