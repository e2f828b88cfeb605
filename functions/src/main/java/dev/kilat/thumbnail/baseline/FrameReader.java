package dev.kilat.thumbnail.baseline;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the segments of a JPEG up to its first scan. Whatever is not said as cameras say it ends
/// that: somebody else reads it then.
final class FrameReader {
    private static final int BASELINE = 0xC0;
    private static final int HUFFMAN = 0xC4;
    private static final int SCAN = 0xDA;
    private static final int STEPS = 0xDB;
    private static final int RESTARTS = 0xDD;
    private static final int FIRST_OF_METADATA = 0xE0;
    private static final int ADOBE = 0xEE;
    private static final int ADOBE_YCBCR = 1;

    private static final int TABLES = 4;
    private static final int EIGHT_BITS = 8;

    private final MemorySegment jpeg;
    private long at = 2;
    private long end;

    private final int[] @Nullable [] steps = new int[TABLES][];
    private final @Nullable HuffmanTable[] dc = new HuffmanTable[TABLES];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[TABLES];
    private final List<int[]> components = new ArrayList<>();
    private int width;
    private int height;
    private int restart;

    private FrameReader(MemorySegment jpeg) {
        this.jpeg = jpeg;
    }

    /// Empty for all but a baseline JPEG of one scan, grey or in the usual colours.
    static Optional<Frame> read(MemorySegment jpeg) {
        try {
            return Optional.of(new FrameReader(jpeg).frame());
        } catch (IndexOutOfBoundsException | IllegalArgumentException unusual) {
            return Optional.empty();
        }
    }

    private Frame frame() {
        while (true) {
            expect(u8() == 0xFF);
            int marker = u8();
            end = jpeg.byteSize();
            int length = u16();
            end = at + length - 2;
            expect(end <= jpeg.byteSize());
            switch (marker) {
                case SCAN -> {
                    return scan();
                }
                case BASELINE -> size();
                case HUFFMAN -> codes();
                case STEPS -> steps();
                case RESTARTS -> restart = u16();
                case ADOBE -> expect(length < 14 || u8(at + 11) == ADOBE_YCBCR);
                default -> expect(marker >= FIRST_OF_METADATA && marker != 0xFF);
            }
            at = end;
        }
    }

    private void size() {
        expect(u8() == EIGHT_BITS && components.isEmpty());
        height = u16();
        width = u16();
        int count = u8();
        expect(width > 0 && height > 0 && (count == 1 || count == 3));
        for (int i = 0; i < count; i++) {
            expect(u8() == i + 1);
            components.add(new int[] {u8(), u8()});
        }
    }

    private void codes() {
        while (at < end) {
            int kind = u8();
            int[] counts = new int[16];
            int sum = 0;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = u8();
                sum += counts[i];
            }
            byte[] symbols = new byte[sum];
            for (int i = 0; i < sum; i++) {
                symbols[i] = (byte) u8();
                expect(kind >= 0x10 || (symbols[i] & 0xF0) == 0);
            }
            (kind < 0x10 ? dc : ac)[kind & 0xF] = new HuffmanTable(counts, symbols);
        }
    }

    private void steps() {
        while (at < end) {
            int number = u8();
            int[] its = new int[64];
            for (int i = 0; i < its.length; i++) {
                its[Zigzag.PLACES[i]] = u8();
            }
            // Sixteen bits a step, and a number above 3, end here.
            steps[number] = its;
        }
    }

    private Frame scan() {
        int count = u8();
        expect(count == components.size() && count > 0);
        List<Frame.Component> all = new ArrayList<>();
        // Large, so built only for codes that are used, and once for all that use them.
        Map<HuffmanTable, DcTable> dcTables = new HashMap<>();
        Map<HuffmanTable, AcTable> acTables = new HashMap<>();
        for (int i = 0; i < count; i++) {
            expect(u8() == i + 1);
            int tables = u8();
            int[] its = components.get(i);
            // A component alone comes block by block, whatever its sampling.
            int sampling = count == 1 ? 0x11 : its[0];
            all.add(
                    new Frame.Component(
                            sampling >> 4,
                            sampling & 0xF,
                            given(steps[its[1]]),
                            dcTables.computeIfAbsent(given(dc[tables >> 4]), DcTable::new),
                            acTables.computeIfAbsent(given(ac[tables & 0xF]), AcTable::new)));
            expect(i == 0 ? isUsual(sampling) : sampling == 0x11);
        }
        expect(u8() == 0 && u8() == 63 && u8() == 0);
        return new Frame(width, height, all, restart, end);
    }

    /// Colour as often as brightness, or half as often one way or both, or a quarter across.
    private static boolean isUsual(int sampling) {
        return switch (sampling) {
            case 0x11, 0x21, 0x12, 0x22, 0x41 -> true;
            default -> false;
        };
    }

    private int u16() {
        return u8() << 8 | u8();
    }

    private int u8() {
        return u8(at++);
    }

    private int u8(long offset) {
        return jpeg.get(JAVA_BYTE, offset) & 0xFF;
    }

    private static <T> T given(@Nullable T table) {
        if (table == null) {
            throw new IllegalArgumentException("a table is missing");
        }
        return table;
    }

    private static void expect(boolean usual) {
        if (!usual) {
            throw new IllegalArgumentException("an unusual JPEG");
        }
    }
}
