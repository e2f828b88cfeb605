package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanReaderTest {
    private static final int BLOCKS = 3000;

    /// 0: the block's end; 100: a value of eight bits; 101 and thirteen zeros: one of fifteen bits.
    private final HuffmanTable codes =
            new HuffmanTable(
                    new int[] {1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                    new byte[] {0x00, 0x08, 0x0F});

    private final Random random = new Random(1);
    private final StringBuilder bits = new StringBuilder();

    @Test
    void the_longest_codes_are_read_before_and_behind_the_longest_that_are_looked_up() {
        List<List<Integer>> written = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            bits.append('0');
            List<Integer> values = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                boolean isLong = random.nextInt(4) == 0;
                values.add(isLong ? value("1010000000000000", 15) : value("100", 8));
            }
            bits.append('0');
            written.add(values);
        }
        BlockRow row = new BlockRow(BLOCKS, BlockRow.MOST, new int[64]);
        DcTable dc = new DcTable(codes);
        AcTable ac = new AcTable(codes);
        ScanReader reader = new ScanReader(MemorySegment.ofArray(scan()), 0);
        for (int i = 0; i < BLOCKS; i++) {
            reader.block(dc, ac, 0, row, i);
            int[][] kept = row.kept();
            assertThat(List.of(kept[2][i], kept[3][i], kept[4][i], kept[5][i]))
                    .as("block %d", i)
                    .isEqualTo(written.get(i));
        }
        assertThat(reader.isDamaged()).isFalse();
        assertThat(reader.isAtEnd()).isTrue();
    }

    private int value(String code, int size) {
        int coded = random.nextInt(1 << size);
        bits.append(code);
        for (int bit = size - 1; bit >= 0; bit--) {
            bits.append(coded >> bit & 1);
        }
        return coded < 1 << (size - 1) ? coded - (1 << size) + 1 : coded;
    }

    /// The bits, filled up with ones, and the end of the image.
    private byte[] scan() {
        while (bits.length() % Byte.SIZE != 0) {
            bits.append('1');
        }
        var scan = new ByteArrayOutputStream();
        for (int i = 0; i < bits.length(); i += Byte.SIZE) {
            int one = Integer.parseInt(bits.substring(i, i + Byte.SIZE), 2);
            scan.write(one);
            if (one == 0xFF) {
                scan.write(0);
            }
        }
        scan.write(0xFF);
        scan.write(0xD9);
        return scan.toByteArray();
    }
}
