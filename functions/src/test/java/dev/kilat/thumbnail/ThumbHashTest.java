package dev.kilat.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected values come from the reference implementation, npm's thumbhash.
class ThumbHashTest {
    @ParameterizedTest
    @CsvSource({
        "64, 48, GBkGbZZzeXfAaIh3eKiGiHDb+Ih9",
        "51, 64, WRkKbhZziQeMdoiIiGqHiGh4cNv4iH0=",
        "90, 90, GBkGbxZzeYfAaIiHiKiGiIeGCLiNj9gH",
        "100, 7, GRkGeZKBiobAZ2eJgMr4iI4="
    })
    void it_is_what_the_reference_says(int width, int height, String hash) {
        assertThat(new ThumbHash().apply(Images.quarters(width, height))).isEqualTo(hash);
    }
}
