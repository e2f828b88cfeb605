package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HuffmanTableTest {
    private final HuffmanTable codes = Codes.FOUR;

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
        assertThat(codes.search(Codes.bits("1111111111111111"))).isZero();
    }

    @Test
    void more_codes_than_can_be_told_apart_are_refused() {
        assertThatThrownBy(() -> new HuffmanTable(new int[] {3}, new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int[] read(String bits) {
        int entry = codes.search(Codes.bits(bits));
        return new int[] {
            HuffmanTable.value(entry), HuffmanTable.advance(entry), HuffmanTable.length(entry)
        };
    }
}
