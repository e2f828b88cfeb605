package dev.kilat.thumbnail;

/// First to the largest size: all that follows then works on two megapixels, whatever the camera
/// had.
final class ShrinkToLarge implements Step<Picture, Picture> {
    @Override
    public Picture apply(Picture picture) {
        var header = picture.header();
        int width = header.storedWidth();
        int height = header.storedHeight();
        return picture.with(
                Shrink.to(
                        picture.pixels(),
                        Size.LARGE.fit(width, width, height),
                        Size.LARGE.fit(height, width, height)));
    }
}
