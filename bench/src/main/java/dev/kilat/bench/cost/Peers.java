package dev.kilat.bench.cost;

import java.util.List;

/// What others ask for the same messages and connections, by their list prices: `docs/costs.md`
/// says where each was read, and when.
final class Peers {
    private static final double MILLION = 1e6;

    private Peers() {}

    /// @param delivered messages that reached guests
    /// @param minutes of all connections
    /// @param connections at the same time
    record Traffic(double delivered, double minutes, int connections) {
        /// What is delivered to all is published once.
        double messages() {
            return delivered + delivered / connections;
        }
    }

    /// A month, in US dollars, and what it is for.
    record Price(String of, double dollars) {}

    /// Standard package: the month's fee, and messages and minutes as used.
    static Price ably(Traffic traffic) {
        double used = traffic.messages() / MILLION * 2.50 + traffic.minutes() / MILLION * 1.00;
        return new Price("Ably Standard, with its 29 USD a month", 29 + used);
    }

    /// An operation a message: larger ones may count as several.
    static Price appSync(Traffic traffic) {
        double used = traffic.messages() / MILLION * 1.00 + traffic.minutes() / MILLION * 0.08;
        return new Price("AppSync Events", used);
    }

    private record Plan(String name, double dollars, double messagesADay, int connections) {
        boolean holds(Traffic traffic) {
            return traffic.messages() <= messagesADay && traffic.connections() <= connections;
        }
    }

    private static final List<Plan> PUSHER =
            List.of(
                    new Plan("Sandbox", 0, 200_000, 100),
                    new Plan("Startup", 49, MILLION, 500),
                    new Plan("Pro", 99, 4 * MILLION, 2_000),
                    new Plan("Business", 299, 10 * MILLION, 5_000),
                    new Plan("Premium", 499, 20 * MILLION, 10_000),
                    new Plan("Growth", 699, 40 * MILLION, 15_000),
                    new Plan("Plus", 899, 60 * MILLION, 20_000),
                    new Plan("Growth Plus", 1199, 90 * MILLION, 30_000));

    /// A month of the smallest plan that holds the day of the event; not a number if none does.
    static Price pusher(Traffic traffic) {
        return PUSHER.stream()
                .filter(plan -> plan.holds(traffic))
                .findFirst()
                .map(plan -> new Price("Pusher " + plan.name() + ", a month", plan.dollars()))
                .orElse(new Price("Pusher has no such plan", Double.NaN));
    }
}
