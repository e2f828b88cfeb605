package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// A photo after its decoding.
///
/// @param pixels labelled sRGB by Java while their values are still those of the profile: Java2D is
///   fast on nothing else
/// @param profile what the values mean, until [ToSrgb] has made them sRGB
record Picture(BufferedImage pixels, Header.Image header, Optional<byte[]> profile) {
    Picture with(BufferedImage changed) {
        return new Picture(changed, header, profile);
    }
}
