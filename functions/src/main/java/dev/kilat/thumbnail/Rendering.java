package dev.kilat.thumbnail;

/// What became of an original.
public sealed interface Rendering {

    /// @param width of the original as displayed, with all of it read; an orientation that a WebP
    ///   states behind a megabyte of pixels is known only now
    /// @param height of the original as displayed
    /// @param thumbHash a ThumbHash of the photo, in Base64: a blurred preview of about 25 bytes
    record Rendered(Thumbnails thumbnails, int width, int height, String thumbHash)
            implements Rendering {}

    /// No image that we take, too large, truncated or damaged. Trying again would not help.
    ///
    /// @param why fit to be shown to an admin
    record Unreadable(String why) implements Rendering {}
}
