package dev.kilat.thumbnail.baseline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Blocks side by side, of one component: their coefficients, and the lines of samples that come of
/// them. Only the coarsest coefficients are kept, as many both ways as there will be samples. One
/// array holds one coefficient of all blocks, so that all blocks are transformed at once, by loops
/// of which the compiler makes vector instructions.
final class BlockRow {
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// Of the weights, behind the point.
    private static final int BITS = 13;

    /// More than the result has, for the way in between.
    private static final int SPARE = 2;

    /// A block's first coefficient is eight times its mean.
    private static final int SCALE = 3;

    private static final int MIDDLE = 128;

    /// So many sums of products fit one loop that becomes vector instructions.
    static final int MOST = 4;

    private final int edge;
    private final int[][] weights;
    private final int needed;
    private final int[] steps;

    /// By place in zigzag order from 1 on, with room for what runs over: where that coefficient
    /// goes. Those that nobody needs share an array.
    private final int[][] kept = new int[256][];

    /// The kept ones alone, by line and column, in fours.
    private final int[][][] coefficients;

    private final int[][][] halfway;

    /// Of one line: a block's samples, the first in the lowest byte.
    private final int[] packed;

    /// With room for four samples of the last block, of which all but the edge mean nothing.
    private final byte[] line;

    /// @param blocks how many stand side by side
    /// @param edge of what becomes of a block, at most [#MOST] samples
    BlockRow(int blocks, int edge, int[] steps) {
        this.edge = edge;
        this.weights = weights(edge);
        this.steps = steps;
        this.coefficients = new int[edge][MOST][blocks];
        this.halfway = new int[edge][MOST][blocks];
        this.packed = new int[blocks];
        this.line = new byte[blocks * edge + MOST];
        Arrays.fill(kept, new int[blocks]);
        int last = 1;
        for (int i = 0; i < Zigzag.PLACES.length; i++) {
            int x = Zigzag.PLACES[i] % Zigzag.EDGE;
            int y = Zigzag.PLACES[i] / Zigzag.EDGE;
            if (x < edge && y < edge) {
                kept[i + 1] = coefficients[x][y];
                last = i + 1;
            }
        }
        needed = last;
    }

    int[][] kept() {
        return kept;
    }

    /// The last place of those that somebody needs.
    int needed() {
        return needed;
    }

    void clear() {
        for (int[][] column : coefficients) {
            for (int[] coefficient : column) {
                Arrays.fill(coefficient, 0);
            }
        }
    }

    /// Columns of coefficients become columns of samples.
    void transform() {
        for (int x = 0; x < edge; x++) {
            for (int y = 0; y < edge; y++) {
                weigh(
                        coefficients[x],
                        weights[y][0] * step(x, 0),
                        weights[y][1] * step(x, 1),
                        weights[y][2] * step(x, 2),
                        weights[y][3] * step(x, 3),
                        halfway[y][x]);
            }
        }
    }

    /// @param y from the top of the blocks
    /// @return one line of samples and some that mean nothing, until the next one is asked for
    byte[] line(int y) {
        Arrays.fill(packed, 0);
        for (int x = 0; x < edge; x++) {
            int[] its = weights[x];
            finish(halfway[y], its[0], its[1], its[2], its[3], x * Byte.SIZE, packed);
        }
        unpack(packed, line, edge);
        return line;
    }

    private int step(int x, int y) {
        return steps[y * Zigzag.EDGE + x];
    }

    /// By sample and coefficient: how much the one has of the other. The discrete cosine transform
    /// of as many points as the edge has samples, on coefficients of one of eight.
    private static int[][] weights(int edge) {
        int[][] weights = new int[edge][MOST];
        for (int sample = 0; sample < edge; sample++) {
            for (int i = 0; i < edge; i++) {
                double wave = Math.cos((2 * sample + 1) * i * Math.PI / (2 * edge));
                double weight = i == 0 ? 1 : Math.sqrt(2) * wave;
                weights[sample][i] = (int) Math.round(weight * (1 << BITS));
            }
        }
        return weights;
    }

    private static void weigh(int[][] of, int a, int b, int c, int d, int[] to) {
        int[] ofA = of[0];
        int[] ofB = of[1];
        int[] ofC = of[2];
        int[] ofD = of[3];
        for (int i = 0; i < to.length; i++) {
            to[i] =
                    (a * ofA[i] + b * ofB[i] + c * ofC[i] + d * ofD[i] + (1 << (BITS - SPARE - 1)))
                            >> (BITS - SPARE);
        }
    }

    private static void finish(int[][] of, int a, int b, int c, int d, int place, int[] packed) {
        int[] ofA = of[0];
        int[] ofB = of[1];
        int[] ofC = of[2];
        int[] ofD = of[3];
        int shift = BITS + SPARE + SCALE;
        int round = (MIDDLE << shift) + (1 << (shift - 1));
        for (int i = 0; i < packed.length; i++) {
            int sum = (a * ofA[i] + b * ofB[i] + c * ofC[i] + d * ofD[i] + round) >> shift;
            packed[i] |= Math.max(0, Math.min(255, sum)) << place;
        }
    }

    /// Four samples at once, of which the next block's cover those that are too many.
    private static void unpack(int[] packed, byte[] line, int edge) {
        for (int i = 0; i < packed.length; i++) {
            FOUR.set(line, i * edge, packed[i]);
        }
    }
}
