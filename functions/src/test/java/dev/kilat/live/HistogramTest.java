package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @ParameterizedTest
    @ValueSource(longs = {20, 50, 100, 123, 456, 999, 1000, 5000, 60_000, 3_599_999})
    void a_time_is_told_to_within_a_tenth(long millis) {
        int bucket = Histogram.bucket(Duration.ofMillis(millis));

        long told = new Histogram(Map.of(bucket, 1L)).percentile(0.5).orElseThrow();

        assertThat(told).isBetween(Math.round(millis * 0.9), Math.round(millis * 1.1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0})
    void clocks_that_differ_make_no_time_less_than_none(long millis) {
        assertThat(Histogram.bucket(Duration.ofMillis(millis))).isZero();
    }
}
