package dev.kilat.photo.header;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The verdict on an upload's first bytes. Every `why` is one short English sentence part, fit to
/// be shown to an admin.
public sealed interface Header {

    /// An image within our limits.
    ///
    /// @param width of the image as displayed: the orientation is applied
    /// @param height of the image as displayed
    /// @param orientation EXIF's 1-8: how the stored pixels must be turned to stand upright; 1 when
    ///   none is given
    /// @param takenAt EXIF's DateTimeOriginal, at its OffsetTimeOriginal or else taken as UTC
    record Image(ImageType type, int width, int height, int orientation, @Nullable Instant takenAt)
            implements Header {
        public Image {
            if (width < 1 || height < 1 || orientation < 1 || orientation > 8) {
                throw new IllegalArgumentException(
                        width + "x" + height + ", orientation " + orientation);
            }
        }

        /// Whether turning upright exchanges width and height.
        public boolean liesOnItsSide() {
            return orientation >= 5;
        }

        public int storedWidth() {
            return liesOnItsSide() ? height : width;
        }

        public int storedHeight() {
            return liesOnItsSide() ? width : height;
        }
    }

    /// Not a JPEG, PNG or WebP, or one too damaged to have a size.
    record NotAnImage(String why) implements Header {}

    /// An image, but above [ImageHeaders#MAX_PIXELS] or [ImageHeaders#MAX_SIDE]: decoding it would
    /// cost too much.
    record TooLarge(String why) implements Header {}

    /// So far an image, but what decides lies beyond the bytes given: read [ImageHeaders#MORE]
    /// bytes further and ask [ImageHeaders#readWhole].
    record NeedsMore(String why) implements Header {}
}
