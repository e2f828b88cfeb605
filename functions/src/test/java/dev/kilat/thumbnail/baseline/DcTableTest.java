package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DcTableTest {
    private final HuffmanTable codes = Codes.FOUR;

    @Test
    void a_dc_code_is_found_whether_it_is_short_enough_to_be_looked_up_or_not() {
        DcTable dc = new DcTable(codes);
        for (String bits : new String[] {"011", "10", "11010000001", "1110000000000000" + "11"}) {
            assertThat(dc.find(Codes.bits(bits))).isEqualTo(codes.search(Codes.bits(bits)));
        }
        assertThat(dc.find(Codes.bits("1111111111111111"))).isZero();
    }
}
