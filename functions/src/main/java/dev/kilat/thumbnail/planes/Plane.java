package dev.kilat.thumbnail.planes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// One component of an image, line by line. Lines have room for whole eights of samples, which are
/// moved at once, and there is room for one more line below an odd number of them, because the
/// library wants brightness for each whole sample of colour.
///
/// @param samples unsigned, of a [Pool]
/// @param stride from the start of one line to the start of the next, in whole eights
public record Plane(MemorySegment samples, int width, int height, int stride)
        implements Lines.Source, Lines.Target {
    private static final int EIGHT = 8;

    public Plane {
        if (width < 1
                || height < 1
                || stride < padded(width)
                || stride % EIGHT != 0
                || samples.byteSize() < size(stride, height)) {
            throw new IllegalArgumentException(
                    samples.byteSize() + " samples are no plane of " + width + " x " + height);
        }
    }

    public static Plane of(Pool pool, int width, int height) {
        int stride = padded(width);
        return new Plane(pool.take(size(stride, height)), width, height, stride);
    }

    /// How much memory so many lines need.
    public static long size(int stride, int height) {
        return (long) stride * even(height);
    }

    /// So many of the lines, in the same memory.
    Plane top(int lines) {
        return new Plane(samples, width, lines, stride);
    }

    /// @param to which gets the line from its start on
    public void read(int y, byte[] to) {
        MemorySegment.copy(samples, JAVA_BYTE, (long) y * stride, to, 0, width);
    }

    public void write(int y, byte[] from) {
        MemorySegment.copy(from, 0, samples, JAVA_BYTE, (long) y * stride, width);
    }

    /// @param to which gets the line and what it is padded with, two samples in each
    @Override
    public void read(int y, short[] to) {
        MemorySegment.copy(samples, JAVA_SHORT, (long) y * stride, to, 0, to.length);
    }

    /// @param from two samples in each, up to a whole eight
    @Override
    public void write(int y, short[] from) {
        MemorySegment.copy(from, 0, samples, JAVA_SHORT, (long) y * stride, from.length);
    }

    /// The last sample of each odd line and the last of an odd number of lines are there twice.
    public void extendToEven() {
        if (width % 2 == 1) {
            for (int y = 0; y < height; y++) {
                long end = (long) y * stride + width;
                samples.set(JAVA_BYTE, end, samples.get(JAVA_BYTE, end - 1));
            }
        }
        if (height % 2 == 1) {
            long end = (long) height * stride;
            MemorySegment.copy(samples, end - stride, samples, end, stride);
        }
    }

    /// So many lines there is room for.
    public static int even(int edge) {
        return edge + edge % 2;
    }

    /// So many samples a line has room for.
    public static int padded(int width) {
        return Math.ceilDiv(width, EIGHT) * EIGHT;
    }
}
