package dev.kilat.photo.header;

/// The kinds of image that we take, told by their first bytes and never by a name or a declared
/// type.
public enum ImageType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private final String contentType;

    ImageType(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }
}
