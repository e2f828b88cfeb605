package dev.kilat.thumbnail.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// One component of an image, line by line. There is room for one more sample in a line of odd
/// length and for one more line below an odd number of them, because the library wants brightness
/// for each whole sample of colour.
///
/// @param samples unsigned, of a [Pool]
/// @param stride from the start of one line to the start of the next
public record Plane(MemorySegment samples, int width, int height, int stride) {
    public Plane {
        if (width < 1
                || height < 1
                || stride < even(width)
                || samples.byteSize() < size(stride, height)) {
            throw new IllegalArgumentException(
                    samples.byteSize() + " samples are no plane of " + width + " x " + height);
        }
    }

    static Plane of(Pool pool, int width, int height) {
        int stride = even(width);
        return new Plane(pool.take(size(stride, height)), width, height, stride);
    }

    /// How much memory so many lines need.
    static long size(int stride, int height) {
        return (long) stride * even(height);
    }

    /// @param to which gets the line from its start on
    public void read(int y, byte[] to) {
        MemorySegment.copy(samples, JAVA_BYTE, (long) y * stride, to, 0, width);
    }

    /// @param at where in `from` the line begins
    void write(int y, byte[] from, int at) {
        MemorySegment.copy(from, at, samples, JAVA_BYTE, (long) y * stride, width);
    }

    /// A part of a line.
    void write(int y, int x, byte[] from, int count) {
        MemorySegment.copy(from, 0, samples, JAVA_BYTE, (long) y * stride + x, count);
    }

    /// The last sample of each odd line and the last of an odd number of lines are there twice.
    void extendToEven() {
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

    static int even(int edge) {
        return edge + edge % 2;
    }
}
