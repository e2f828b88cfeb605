package dev.kilat.bench.cost;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How much of what is billed each driver brings, once.
record Rates(Map<Driver, Counts> of) {
    private static final List<Driver> LIVE =
            List.of(Driver.TOLD, Driver.STAY, Driver.LIKE_TOLD, Driver.COMMENT_TOLD);

    Rates {
        of = Map.copyOf(of);
    }

    Counts all(Event event) {
        return sum(event, Arrays.asList(Driver.values()));
    }

    /// What it takes to hold the connections and to tell every guest of everything.
    Counts live(Event event) {
        return sum(event, LIVE);
    }

    Counts one(Driver driver) {
        return of.getOrDefault(driver, Counts.NONE);
    }

    Counts by(Driver driver, Event event) {
        return one(driver).times(driver.times(event));
    }

    private Counts sum(Event event, Collection<Driver> drivers) {
        return drivers.stream().map(driver -> by(driver, event)).reduce(Counts.NONE, Counts::plus);
    }
}
