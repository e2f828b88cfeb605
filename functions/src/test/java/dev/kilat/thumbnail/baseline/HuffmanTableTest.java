package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HuffmanTableTest {
    /// 0: a value of two bits behind one zero; 10: the block's end; 11 and fourteen zeros: a value
    /// of ten bits.
    private final HuffmanTable table =
            new HuffmanTable(
                    new int[] {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                    new byte[] {0x12, 0x00, 0x0A});

    @Test
    void a_code_and_its_value_are_read_together() {
        assertThat(read("011")).containsExactly(3, 2, 3);
        assertThat(read("000")).containsExactly(-3, 2, 3);
        assertThat(read("001")).containsExactly(-2, 2, 3);
        assertThat(read("10")).containsExactly(0, HuffmanTable.END, 2);
        assertThat(read("1100000000000000" + "1111111111")).containsExactly(1023, 1, 26);
        assertThat(read("1100000000000000" + "0000000000")).containsExactly(-1023, 1, 26);
    }

    @Test
    void bits_that_are_no_code_are_told() {
        assertThat(table.search(bits("1111111111111111"))).isZero();
    }

    @Test
    void only_what_is_short_enough_is_looked_up() {
        assertThat(table.entries()[look("011")]).isEqualTo(table.search(bits("011")));
        assertThat(table.entries()[look("11")]).isZero();
    }

    @Test
    void codes_are_passed_over_together_until_the_blocks_end() {
        int passed = table.passes()[look("011" + "000" + "10" + "011")];
        assertThat(HuffmanTable.length(passed)).isEqualTo(8);
        assertThat(HuffmanTable.advance(passed)).isEqualTo(2 + 2 + HuffmanTable.END);
        assertThat(HuffmanTable.withoutEnd(passed)).isEqualTo(4);
    }

    @Test
    void more_codes_than_can_be_told_apart_are_refused() {
        assertThatThrownBy(() -> new HuffmanTable(new int[] {3}, new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int[] read(String bits) {
        int entry = table.search(bits(bits));
        return new int[] {
            HuffmanTable.value(entry), HuffmanTable.advance(entry), HuffmanTable.length(entry)
        };
    }

    private static int look(String bits) {
        return (int) (bits(bits) >>> (Long.SIZE - HuffmanTable.LOOK));
    }

    private static long bits(String bits) {
        return Long.parseLong(bits, 2) << (Long.SIZE - bits.length());
    }
}
