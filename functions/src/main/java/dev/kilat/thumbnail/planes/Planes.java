package dev.kilat.thumbnail.planes;

import java.util.List;

/// A JPEG's picture as JPEG keeps it: brightness, and two components of colour at the same or a
/// lower resolution. Grey has no colour.
///
/// Good until the [Pool] that they lie in starts over.
///
/// @param width of the picture in pixels: a colour plane may reach over its edge by less than one
///   of its own samples
/// @param across how many pixels a sample of colour covers from left to right: 1, 2 or 4
/// @param down how many pixels it covers from top to bottom: 1 or 2
public record Planes(int width, int height, int across, int down, List<Plane> planes) {
    public Planes {
        planes = List.copyOf(planes);
    }

    public Plane brightness() {
        return planes.getFirst();
    }

    public boolean isGrey() {
        return planes.size() == 1;
    }
}
