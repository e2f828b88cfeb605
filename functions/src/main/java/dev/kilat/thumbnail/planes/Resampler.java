package dev.kilat.thumbnail.planes;

import java.util.ArrayList;
import java.util.List;

/// Shrinks planes: first to fewer lines, then, on its side, to fewer columns.
public final class Resampler {
    private final Pool pool;
    private final Turn turn;

    public Resampler(Pool pool) {
        this.pool = pool;
        this.turn = new Turn(pool);
    }

    /// Colour comes out at half the resolution both ways, whatever it was.
    ///
    /// @param width of the result in pixels, at most that of the planes
    public Planes shrink(Planes from, int width, int height) {
        return shrink(
                from,
                width,
                height,
                Orientation.UPRIGHT,
                (plane, few) -> Plane.of(pool, plane.width(), few));
    }

    /// The same, but nothing is left of what it is given, and the result stands upright: lines
    /// become fewer where they lie, so that memory is taken for the result alone, and columns that
    /// should be lines become lines as they become fewer. No line is written before what lay there
    /// was read.
    ///
    /// @param width of the result before it is turned, and so the height of one that is laid
    /// @param orientation as EXIF counts, 1-8
    public Planes consume(Planes from, int width, int height, int orientation) {
        return shrink(from, width, height, new Orientation(orientation), Plane::top);
    }

    private Planes shrink(Planes from, int width, int height, Orientation stored, Halfway halfway) {
        Goal brightness =
                new Goal(
                        width,
                        height,
                        (double) from.width() / width,
                        (double) from.height() / height);
        Goal colour =
                new Goal(
                        Math.ceilDiv(width, 2),
                        Math.ceilDiv(height, 2),
                        brightness.ratioX * 2 / from.across(),
                        brightness.ratioY * 2 / from.down());
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : from.planes()) {
            planes.add(resize(plane, planes.isEmpty() ? brightness : colour, stored, halfway));
        }
        return stored.isLaid()
                ? new Planes(height, width, 2, 2, planes)
                : new Planes(width, height, 2, 2, planes);
    }

    private Plane resize(Plane from, Goal goal, Orientation stored, Halfway halfway) {
        if (goal.isMetBy(from)) {
            return turn.upright(from, stored);
        }
        Plane fewer = halfway.of(from, goal.height);
        Lines.shrink(from, from.width(), from.height(), fewer, goal.height, goal.ratioY);
        return stored.isLaid()
                ? laid(fewer, goal, stored)
                : turn.upright(narrow(fewer, goal), stored);
    }

    private Plane narrow(Plane from, Goal goal) {
        Plane to = Plane.of(pool, goal.width, goal.height);
        Columns wide = new Columns(from);
        Columns narrow = new Columns(to);
        Lines.shrink(wide, goal.height, from.width(), narrow, goal.width, goal.ratioX);
        return to;
    }

    /// What comes of columns stays lines, as which they are weighed.
    private Plane laid(Plane from, Goal goal, Orientation stored) {
        Plane to = Plane.of(pool, /* width= */ goal.height, /* height= */ goal.width);
        Columns wide = new Columns(from, stored.isFromBelow());
        Lines.Target lines =
                stored.isFromRight() ? (x, pairs) -> to.write(goal.width - 1 - x, pairs) : to;
        Lines.shrink(wide, goal.height, from.width(), lines, goal.width, goal.ratioX);
        return to;
    }

    /// What becomes of a plane before it is turned, and how many old samples a new one covers.
    private record Goal(int width, int height, double ratioX, double ratioY) {
        boolean isMetBy(Plane plane) {
            return ratioX == 1 && ratioY == 1 && plane.width() == width && plane.height() == height;
        }
    }

    /// Where a plane lies when it has become fewer lines.
    @FunctionalInterface
    private interface Halfway {
        Plane of(Plane from, int lines);
    }
}
