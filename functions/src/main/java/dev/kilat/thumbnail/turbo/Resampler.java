package dev.kilat.thumbnail.turbo;

import java.util.ArrayList;
import java.util.List;

/// Shrinks planes: lines first, then the samples within each line.
public final class Resampler {
    private final Pool pool;

    public Resampler(Pool pool) {
        this.pool = pool;
    }

    /// Colour comes out at half the resolution both ways, whatever it was.
    ///
    /// @param width of the result in pixels, at most that of the planes
    public Planes shrink(Planes from, int width, int height) {
        List<Plane> planes = new ArrayList<>();
        double ratioX = (double) from.width() / width;
        double ratioY = (double) from.height() / height;
        planes.add(resize(from.brightness(), width, height, ratioX, ratioY));
        for (int i = 1; i < from.planes().size(); i++) {
            planes.add(
                    resize(
                            from.planes().get(i),
                            Math.ceilDiv(width, 2),
                            Math.ceilDiv(height, 2),
                            ratioX * 2 / from.across(),
                            ratioY * 2 / from.down()));
        }
        return new Planes(width, height, 2, 2, planes);
    }

    private Plane resize(Plane from, int width, int height, double ratioX, double ratioY) {
        if (ratioX == 1 && ratioY == 1 && from.width() == width && from.height() == height) {
            return from;
        }
        Lines lines = new Lines(from, height, ratioY);
        Columns columns = new Columns(from.width(), width, ratioX);
        Plane to = Plane.of(pool, width, height);
        int[][] some = new int[Columns.AT_ONCE][from.width()];
        byte[] shrunk = new byte[Columns.AT_ONCE * width];
        for (int y = 0; y < height; y += some.length) {
            int count = Math.min(some.length, height - y);
            for (int i = 0; i < count; i++) {
                lines.line(y + i, some[i]);
            }
            columns.shrink(some, shrunk);
            for (int i = 0; i < count; i++) {
                to.write(y + i, shrunk, i * width);
            }
        }
        return to;
    }
}
