package dev.kilat.thumbnail.turbo;

import java.util.List;

/// Stands planes upright by moving samples; computes none.
public final class Turn {
    private final Pool pool;

    public Turn(Pool pool) {
        this.pool = pool;
    }

    /// @param orientation as EXIF counts: 1 is upright, 2-4 mirror or turn by half, 5-8 lay the
    ///   long edge the other way
    public Planes upright(Planes from, int orientation) {
        if (orientation == 1) {
            return from;
        }
        List<Plane> planes = from.planes().stream().map(it -> turn(it, orientation)).toList();
        return orientation < 5
                ? new Planes(from.width(), from.height(), from.across(), from.down(), planes)
                : new Planes(from.height(), from.width(), from.down(), from.across(), planes);
    }

    private Plane turn(Plane from, int orientation) {
        boolean fromRight =
                switch (orientation) {
                    case 2, 3, 7, 8 -> true;
                    default -> false;
                };
        boolean fromBelow =
                switch (orientation) {
                    case 3, 4, 6, 7 -> true;
                    default -> false;
                };
        return orientation < 5
                ? mirrored(from, fromRight, fromBelow)
                : laid(from, fromRight, fromBelow);
    }

    private Plane mirrored(Plane from, boolean fromRight, boolean fromBelow) {
        Plane to = Plane.of(pool, from.width(), from.height());
        byte[] line = new byte[from.width()];
        for (int y = 0; y < to.height(); y++) {
            from.read(fromBelow ? from.height() - 1 - y : y, line);
            if (fromRight) {
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
    private Plane laid(Plane from, boolean fromRight, boolean fromBelow) {
        Plane to = Plane.of(pool, /* width= */ from.height(), /* height= */ from.width());
        Columns columns = new Columns(from, fromBelow);
        short[] line = new short[to.stride() / 2];
        for (int y = 0; y < to.height(); y++) {
            columns.read(fromRight ? from.width() - 1 - y : y, line);
            to.write(y, line);
        }
        return to;
    }
}
