package dev.kilat.thumbnail.turbo;

import java.util.List;

/// Stands planes upright by moving samples; computes none.
public final class Turn {
    private Turn() {}

    /// @param orientation as EXIF counts: 1 is upright, 2-4 mirror or turn by half, 5-8 lay the
    ///   long edge the other way
    public static Planes upright(Planes from, int orientation) {
        if (orientation == 1) {
            return from;
        }
        List<Plane> planes = from.planes().stream().map(it -> turn(it, orientation)).toList();
        return orientation < 5
                ? new Planes(from.width(), from.height(), from.across(), from.down(), planes)
                : new Planes(from.height(), from.width(), from.down(), from.across(), planes);
    }

    /// Walks the upright plane line by line, and the stored one along with it: `right` and `down`
    /// are the steps there that one step here makes.
    private static Plane turn(Plane from, int orientation) {
        int w = from.width();
        int h = from.height();
        int last = w * h - 1;
        return switch (orientation) {
            case 2 -> walk(from, w, h, w - 1, -1, w);
            case 3 -> walk(from, w, h, last, -1, -w);
            case 4 -> walk(from, w, h, last - (w - 1), 1, -w);
            case 5 -> walk(from, h, w, 0, w, 1);
            case 6 -> walk(from, h, w, last - (w - 1), -w, 1);
            case 7 -> walk(from, h, w, last, -w, -1);
            case 8 -> walk(from, h, w, w - 1, w, -1);
            default -> from;
        };
    }

    private static Plane walk(Plane from, int width, int height, int start, int right, int down) {
        byte[] source = from.samples();
        byte[] target = new byte[width * height];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0, sample = start + y * down; x < width; x++, sample += right, at++) {
                target[at] = source[sample];
            }
        }
        return new Plane(target, width, height);
    }
}
