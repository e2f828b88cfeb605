package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HuffmanTableTest {
    /// 0: a value of two bits behind one zero; 10: the block's end; 110: one of eight bits; 111 and
    /// thirteen zeros: one of ten.
    private final HuffmanTable codes =
            new HuffmanTable(
                    new int[] {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                    new byte[] {0x12, 0x00, 0x08, 0x0A});

    private final AcTable table = new AcTable(codes);

    @Test
    void a_code_and_its_value_are_read_together() {
        assertThat(read("011")).containsExactly(3, 2, 3);
        assertThat(read("000")).containsExactly(-3, 2, 3);
        assertThat(read("001")).containsExactly(-2, 2, 3);
        assertThat(read("10")).containsExactly(0, HuffmanTable.END, 2);
        assertThat(read("1110000000000000" + "1111111111")).containsExactly(1023, 1, 26);
        assertThat(read("1110000000000000" + "0000000000")).containsExactly(-1023, 1, 26);
    }

    @Test
    void bits_that_are_no_code_are_told() {
        assertThat(codes.search(bits("1111111111111111"))).isZero();
    }

    @Test
    void a_dc_code_is_found_whether_it_is_short_enough_to_be_looked_up_or_not() {
        DcTable dc = new DcTable(codes);
        for (String bits : new String[] {"011", "10", "11010000001", "1110000000000000" + "11"}) {
            assertThat(dc.find(bits(bits))).isEqualTo(codes.search(bits(bits)));
        }
        assertThat(dc.find(bits("1111111111111111"))).isZero();
    }

    @Test
    void two_codes_are_looked_up_together() {
        assertThat(pair("011" + "000")).containsExactly(3, 2, -3, 2, 6);
    }

    @Test
    void a_code_alone_says_the_same_of_the_same_place_again() {
        // Behind it: one that is too long, and one whose value has no room.
        assertThat(pair("011" + "111000000")).containsExactly(3, 2, 3, 0, 3);
        assertThat(pair("011" + "110111111")).containsExactly(3, 2, 3, 0, 3);
    }

    @Test
    void the_end_leads_out_of_the_block_from_wherever_and_nothing_is_behind_it() {
        assertThat(pair("10" + "011")).containsExactly(0, 63, 0, 0, 2);
        assertThat(pair("011" + "10" + "011")).containsExactly(3, 2, 0, 63, 5);
    }

    @Test
    void only_what_is_short_enough_is_looked_up() {
        assertThat(table.pairs()[look("111")]).isZero();
        assertThat(table.pairs()[look("110")]).isZero();
        assertThat((int) table.passes()[look("111")]).isZero();
        assertThat(table.search(bits("110"))).isEqualTo(codes.search(bits("110")));
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
        int entry = codes.search(bits(bits));
        return new int[] {
            HuffmanTable.value(entry), HuffmanTable.advance(entry), HuffmanTable.length(entry)
        };
    }

    private int[] pair(String bits) {
        int pair = table.pairs()[look(bits)];
        return new int[] {
            AcTable.value1(pair),
            AcTable.advance1(pair),
            AcTable.value2(pair),
            AcTable.advance2(pair),
            AcTable.length(pair)
        };
    }

    private int look(String bits) {
        return (int) (bits(bits) >>> table.shift());
    }

    private static long bits(String bits) {
        return Long.parseLong(bits, 2) << (Long.SIZE - bits.length());
    }
}
