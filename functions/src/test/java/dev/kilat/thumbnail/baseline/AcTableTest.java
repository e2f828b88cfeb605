package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcTableTest {
    private final HuffmanTable codes = Codes.FOUR;
    private final AcTable table = new AcTable(codes);

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
        assertThat(table.search(Codes.bits("110"))).isEqualTo(codes.search(Codes.bits("110")));
    }

    @Test
    void codes_are_passed_over_together_until_the_blocks_end() {
        int passed = table.passes()[look("011" + "000" + "10" + "011")];
        assertThat(HuffmanTable.length(passed)).isEqualTo(8);
        assertThat(HuffmanTable.advance(passed)).isEqualTo(2 + 2 + HuffmanTable.END);
        assertThat(HuffmanTable.withoutEnd(passed)).isEqualTo(4);
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
        return (int) (Codes.bits(bits) >>> table.shift());
    }
}
