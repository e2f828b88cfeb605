package dev.kilat.thumbnail.planes;

import java.util.Arrays;

/// Fewer lines of many: each is a weighed sum of some of them. All loops run over 16-bit numbers of
/// one type and touch each place of an array once, which is what the compiler makes vector
/// instructions of: eight or sixteen samples at a time. It makes none of loops from bytes to wider
/// numbers, so bytes come and go two in a `short`: the even samples of a line are unpacked into the
/// first half of an array, the odd ones into the second.
final class Lines {
    /// What sixteen bits can hold bounds the weights to seven.
    private static final int BITS = 7;

    /// As many as a new line covers when it stands for a little more than one old one, as it does
    /// of most photos that were decoded at eighths.
    private static final int AT_ONCE = 5;

    /// The middle of what a sample can be is taken from it, so that sums have a sign and need no
    /// more than sixteen bits: weights of both signs together weigh less than two.
    private static final int MIDDLE = 128;

    /// Samples two in a `short`, as they lie in memory. Planes and columns are sources and targets
    /// themselves: by a lambda for each use there would be too many kinds for the compiler to
    /// inline, and shrinking takes a quarter longer.
    interface Source {
        void read(int line, short[] pairs);
    }

    @FunctionalInterface
    interface Target {
        void write(int line, short[] pairs);
    }

    private final Source from;
    private final Weights weights;

    /// The lines last unpacked: line `n` is in place `n % taps`.
    private final short[][] unpacked;

    private final short[] sums;
    private final short[] odd;
    private final short[] pairs;
    private int next;

    private Lines(Source from, int length, Weights weights) {
        this.from = from;
        this.weights = weights;
        this.pairs = new short[Plane.padded(length) / 2];
        this.odd = new short[pairs.length];
        this.sums = new short[2 * pairs.length];
        this.unpacked = new short[weights.taps()][sums.length];
    }

    /// @param length of each line
    /// @param many how many lines there are
    /// @param few how many there will be
    /// @param ratio how many old lines one new line covers
    static void shrink(Source from, int length, int many, Target to, int few, double ratio) {
        Lines lines = new Lines(from, length, Weights.of(many, few, ratio, BITS));
        for (int y = 0; y < few; y++) {
            lines.weigh(y);
            to.write(y, lines.pairs);
        }
    }

    private void weigh(int y) {
        int first = weights.first()[y];
        int end = first + weights.taps();
        for (next = Math.max(next, first); next < end; next++) {
            from.read(next, pairs);
            short[] line = unpacked[next % unpacked.length];
            unpack(pairs, line, odd);
            System.arraycopy(odd, 0, line, odd.length, odd.length);
        }
        Arrays.fill(sums, (short) (1 << (BITS - 1)));
        for (int line = first; line < end; line += AT_ONCE) {
            add(
                    line(line, end),
                    line(line + 1, end),
                    line(line + 2, end),
                    line(line + 3, end),
                    line(line + 4, end),
                    factor(y, line, end),
                    factor(y, line + 1, end),
                    factor(y, line + 2, end),
                    factor(y, line + 3, end),
                    factor(y, line + 4, end),
                    sums);
        }
        cut(sums);
        System.arraycopy(sums, odd.length, odd, 0, odd.length);
        pack(sums, odd, pairs);
    }

    private short[] line(int line, int end) {
        return unpacked[Math.min(line, end - 1) % unpacked.length];
    }

    private int factor(int y, int line, int end) {
        return line < end ? weights.factors()[(y + 1) * weights.taps() - (end - line)] : 0;
    }

    private static void unpack(short[] pairs, short[] even, short[] odd) {
        for (int x = 0; x < pairs.length; x++) {
            even[x] = (short) ((pairs[x] & 0xFF) - MIDDLE);
            odd[x] = (short) (pairs[x] >> Byte.SIZE ^ -MIDDLE);
        }
    }

    private static void add(
            short[] a,
            short[] b,
            short[] c,
            short[] d,
            short[] e,
            int ofA,
            int ofB,
            int ofC,
            int ofD,
            int ofE,
            short[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int sum = ofA * a[x] + ofB * b[x] + ofC * c[x] + ofD * d[x] + ofE * e[x];
            sums[x] = (short) (sums[x] + sum);
        }
    }

    /// To what a sample can be, without a comparison: the two highest bits of a sum differ where it
    /// is out of bounds.
    private static void cut(short[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int sum = sums[x];
            int out = -((sum >> 14) ^ (sum >> 15));
            sums[x] = (short) (((sum >> BITS ^ MIDDLE) & ~out) | (~(sum >> 15) & out));
        }
    }

    private static void pack(short[] even, short[] odd, short[] pairs) {
        for (int x = 0; x < pairs.length; x++) {
            pairs[x] = (short) ((even[x] & 0xFF) | odd[x] << Byte.SIZE);
        }
    }
}
