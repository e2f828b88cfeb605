package dev.kilat.thumbnail.planes;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A plane on its side: its columns are read and written as lines are. Eight columns at a time are
/// held as squares of eight by eight samples, a sample a byte of a `long`.
final class Columns implements Lines.Source, Lines.Target {
    private static final int EDGE = 8;

    private static final ValueLayout.OfLong EIGHT = JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Plane plane;
    private final boolean fromBelow;

    /// Line `n` of all squares, or after turning column `n`.
    private final long[][] squares;

    private final MemorySegment[] columns;

    /// The first column of those that are held.
    private int first = -1;

    Columns(Plane plane) {
        this(plane, false);
    }

    /// @param fromBelow whether columns run from the bottom to the top
    Columns(Plane plane, boolean fromBelow) {
        this.plane = plane;
        this.fromBelow = fromBelow;
        this.squares = new long[EDGE][Math.ceilDiv(plane.height(), EDGE)];
        this.columns =
                Arrays.stream(squares).map(MemorySegment::ofArray).toArray(MemorySegment[]::new);
    }

    /// @param to which gets the samples two in each
    @Override
    public void read(int x, short[] to) {
        if (x - x % EDGE != first) {
            first = x - x % EDGE;
            for (int line = 0; line < EDGE; line++) {
                load(squares[line], plane.samples(), at(line), step(), count(line));
            }
            turn();
        }
        MemorySegment.copy(columns[x % EDGE], JAVA_SHORT, 0, to, 0, to.length);
    }

    /// @param x from left to right
    @Override
    public void write(int x, short[] from) {
        MemorySegment.copy(from, 0, columns[x % EDGE], JAVA_SHORT, 0, from.length);
        if (x % EDGE == EDGE - 1 || x == plane.width() - 1) {
            first = x - x % EDGE;
            turn();
            for (int line = 0; line < EDGE; line++) {
                store(squares[line], plane.samples(), at(line), step(), count(line));
            }
        }
    }

    private long at(int line) {
        return (long) (fromBelow ? plane.height() - 1 - line : line) * plane.stride() + first;
    }

    private long step() {
        return (long) (fromBelow ? -EDGE : EDGE) * plane.stride();
    }

    private int count(int line) {
        return Math.ceilDiv(plane.height() - line, EDGE);
    }

    private static void load(long[] to, MemorySegment from, long at, long step, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from.get(EIGHT, at + i * step);
        }
    }

    private static void store(long[] from, MemorySegment to, long at, long step, int count) {
        for (int i = 0; i < count; i++) {
            to.set(EIGHT, at + i * step, from[i]);
        }
    }

    /// Lines become columns: in each square the upper right quarter is swapped for the lower left
    /// one, then so in each quarter, then in each of theirs.
    private void turn() {
        for (int i : new int[] {0, 1, 2, 3}) {
            swap(squares[i], squares[i + 4], 4 * Byte.SIZE, 0x0000_0000_FFFF_FFFFL);
        }
        for (int i : new int[] {0, 1, 4, 5}) {
            swap(squares[i], squares[i + 2], 2 * Byte.SIZE, 0x0000_FFFF_0000_FFFFL);
        }
        for (int i : new int[] {0, 2, 4, 6}) {
            swap(squares[i], squares[i + 1], Byte.SIZE, 0x00FF_00FF_00FF_00FFL);
        }
    }

    private static void swap(long[] upper, long[] lower, int by, long mask) {
        for (int i = 0; i < upper.length; i++) {
            long above = upper[i];
            long below = lower[i];
            long change = (above >>> by ^ below) & mask;
            upper[i] = above ^ change << by;
            lower[i] = below ^ change;
        }
    }
}
