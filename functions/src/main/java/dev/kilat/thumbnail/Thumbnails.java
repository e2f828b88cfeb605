package dev.kilat.thumbnail;

/// All sizes of one photo. Those that the original is too small for equal the next smaller one.
public record Thumbnails(Rendition small, Rendition medium, Rendition large) {

    public Rendition of(Size size) {
        return switch (size) {
            case SMALL -> small;
            case MEDIUM -> medium;
            case LARGE -> large;
        };
    }
}
