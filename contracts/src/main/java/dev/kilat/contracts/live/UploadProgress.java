package dev.kilat.contracts.live;

/// Tells the admins, in the room `admin`, how far the photos of one uploader have come.
///
/// @param photoId the photo that arrived last
/// @param arrived photos that are in the gallery or were refused
/// @param expected tickets given since the uploader last had nothing on its way for half a minute
public record UploadProgress(
        String type,
        String photoId,
        String eventSlug,
        String uploadedBy,
        long arrived,
        long expected)
        implements LiveEvent {
    public static final String TYPE = "photo:upload:progress";

    public UploadProgress(
            String photoId, String eventSlug, String uploadedBy, long arrived, long expected) {
        this(TYPE, photoId, eventSlug, uploadedBy, arrived, expected);
    }
}
