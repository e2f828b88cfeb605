package dev.kilat.thumbnail.turbo;

import java.util.ArrayList;
import java.util.List;

/// Shrinks planes: first to fewer lines, then, on its side, to fewer columns.
public final class Resampler {
    private final Pool pool;

    public Resampler(Pool pool) {
        this.pool = pool;
    }

    /// Colour comes out at half the resolution both ways, whatever it was.
    ///
    /// @param width of the result in pixels, at most that of the planes
    public Planes shrink(Planes from, int width, int height) {
        return shrink(from, width, height, (plane, few) -> Plane.of(pool, plane.width(), few));
    }

    /// The same, but nothing is left of what it is given: lines become fewer where they lie, so
    /// that memory is taken for the result alone. No line is written before what lay there was
    /// read.
    public Planes consume(Planes from, int width, int height) {
        return shrink(from, width, height, Plane::top);
    }

    private Planes shrink(Planes from, int width, int height, Halfway halfway) {
        List<Plane> planes = new ArrayList<>();
        double ratioX = (double) from.width() / width;
        double ratioY = (double) from.height() / height;
        planes.add(resize(from.brightness(), width, height, ratioX, ratioY, halfway));
        for (int i = 1; i < from.planes().size(); i++) {
            planes.add(
                    resize(
                            from.planes().get(i),
                            Math.ceilDiv(width, 2),
                            Math.ceilDiv(height, 2),
                            ratioX * 2 / from.across(),
                            ratioY * 2 / from.down(),
                            halfway));
        }
        return new Planes(width, height, 2, 2, planes);
    }

    private Plane resize(
            Plane from, int width, int height, double ratioX, double ratioY, Halfway halfway) {
        if (ratioX == 1 && ratioY == 1 && from.width() == width && from.height() == height) {
            return from;
        }
        Plane fewer = halfway.of(from, height);
        Lines.shrink(from::read, from.width(), from.height(), fewer::write, height, ratioY);
        Plane to = Plane.of(pool, width, height);
        Columns wide = new Columns(fewer);
        Columns narrow = new Columns(to);
        Lines.shrink(wide::read, height, from.width(), narrow::write, width, ratioX);
        return to;
    }

    /// Where a plane lies when it has become fewer lines.
    @FunctionalInterface
    private interface Halfway {
        Plane of(Plane from, int lines);
    }
}
