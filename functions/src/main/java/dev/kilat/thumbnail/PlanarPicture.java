package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import dev.kilat.thumbnail.planes.Planes;
import java.util.Optional;

/// A JPEG after its decoding into planes.
///
/// @param profile what the values mean, until [PlanesToSrgb] has made them sRGB
record PlanarPicture(Planes planes, Header.Image header, Optional<byte[]> profile) {
    PlanarPicture with(Planes changed) {
        return new PlanarPicture(changed, header, profile);
    }
}
