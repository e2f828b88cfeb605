package dev.kilat.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.bench.report.Report;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final Event EVENT = new Event(500, 2000, 6);

    @Test
    void each_count_grows_with_what_drives_it() {
        Rates rates =
                new Rates(
                        Map.of(
                                Driver.PHOTO, one(Item.TABLE_WRITES),
                                Driver.TOLD, one(Item.SOCKET_MESSAGES),
                                Driver.LIKE_TOLD, one(Item.SOCKET_MESSAGES),
                                Driver.STAY, one(Item.SOCKET_MINUTES).times(60)));

        Counts all = rates.all(EVENT);
        assertThat(all.count(Item.TABLE_WRITES)).isEqualTo(2000);
        assertThat(all.count(Item.SOCKET_MESSAGES)).isEqualTo(500 * 2000 + 500 * 5 * 500);
        assertThat(all.count(Item.SOCKET_MINUTES)).isEqualTo(500 * 6 * 60);
        assertThat(rates.live(EVENT).count(Item.TABLE_WRITES)).isZero();
    }

    @Test
    void a_difference_is_never_less_than_nothing() {
        Counts less = one(Item.S3_PUTS).minus(one(Item.S3_PUTS).times(2));

        assertThat(less.count(Item.S3_PUTS)).isZero();
        assertThat(less.price()).isZero();
    }

    @Test
    void a_plan_must_hold_the_day_and_the_guests() {
        Peers.Traffic many = new Peers.Traffic(2.2e6, 180_000, 500);
        Peers.Traffic crowd = new Peers.Traffic(1000, 180_000, 40_000);

        assertThat(Peers.pusher(many).of()).startsWith("Pusher Pro");
        assertThat(Peers.pusher(many).dollars()).isEqualTo(99);
        assertThat(Peers.pusher(crowd).dollars()).isNaN();
        assertThat(Peers.appSync(many).dollars()).isBetween(2.2, 2.3);
    }

    @Test
    void the_report_prices_every_item() {
        Report report = CostBenchmark.report(EVENT, new Rates(Map.of()), "Chromium 1");

        assertThat(report.lines()).hasSizeGreaterThan(Item.values().length);
    }

    private static Counts one(Item item) {
        return new Counts(Map.of(new Counts.Line(item, "it"), 1.0));
    }
}
