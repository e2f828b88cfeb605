package dev.kilat.thumbnail.planes;

import java.util.List;

/// Stands planes upright by moving samples; computes none.
public final class Turn {
    private final Pool pool;

    public Turn(Pool pool) {
        this.pool = pool;
    }

    /// @param orientation as EXIF counts, 1-8
    public Planes upright(Planes from, int orientation) {
        var stored = new Orientation(orientation);
        List<Plane> planes = from.planes().stream().map(it -> upright(it, stored)).toList();
        return stored.isLaid()
                ? new Planes(from.height(), from.width(), from.down(), from.across(), planes)
                : new Planes(from.width(), from.height(), from.across(), from.down(), planes);
    }

    Plane upright(Plane from, Orientation stored) {
        if (stored.equals(Orientation.UPRIGHT)) {
            return from;
        }
        return stored.isLaid() ? laid(from, stored) : mirrored(from, stored);
    }

    private Plane mirrored(Plane from, Orientation stored) {
        Plane to = Plane.of(pool, from.width(), from.height());
        byte[] line = new byte[from.width()];
        for (int y = 0; y < to.height(); y++) {
            from.read(stored.isFromBelow() ? from.height() - 1 - y : y, line);
            if (stored.isFromRight()) {
                reverse(line);
            }
            to.write(y, line);
        }
        return to;
    }

    private static void reverse(byte[] line) {
        for (int x = 0, end = line.length - 1; x < end; x++, end--) {
            byte sample = line[x];
            line[x] = line[end];
            line[end] = sample;
        }
    }

    /// Columns become lines.
    private Plane laid(Plane from, Orientation stored) {
        Plane to = Plane.of(pool, /* width= */ from.height(), /* height= */ from.width());
        Columns columns = new Columns(from, stored.isFromBelow());
        short[] line = new short[to.stride() / 2];
        for (int y = 0; y < to.height(); y++) {
            columns.read(stored.isFromRight() ? from.width() - 1 - y : y, line);
            to.write(y, line);
        }
        return to;
    }
}
