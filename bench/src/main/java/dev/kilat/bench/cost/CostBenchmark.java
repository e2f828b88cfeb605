package dev.kilat.bench.cost;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.party.Phones;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What an event costs, from requests that were counted in a small one.
public final class CostBenchmark implements Benchmark {
    private static final int[] OTHERS = {10, 1_000, 100_000};

    @Override
    public Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("--guests", "N    who stay to the end (default 500)");
        flags.put("--photos", "N    published (default 2000)");
        flags.put("--hours", "N     from the first guest to the last (default 6)");
        return flags;
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        Event event =
                new Event(
                        arguments.number("--guests", 500, 1_000_000),
                        arguments.number("--photos", 2000, 1_000_000),
                        arguments.number("--hours", 6, 1000));
        try (Phones phones = Phones.start();
                Simulation simulation = new Simulation()) {
            return report(event, simulation.play(phones), phones.version());
        }
    }

    static Report report(Event event, Rates rates, String chromium) {
        List<Comparison> lines = new ArrayList<>();
        peers(event, rates, lines);
        Counts all = rates.all(event);
        lines.add(Comparison.of("the whole event", dollars(all.price())));
        for (Item item : Item.values()) {
            double count = all.count(item);
            lines.add(
                    Comparison.of(
                            item.text + ": " + amount(item, count), dollars(count * item.price)));
        }
        for (int guests : OTHERS) {
            Event other = event.withGuests(guests);
            lines.add(
                    Comparison.of(
                            String.format(Locale.ROOT, "the same with %,d guests", guests),
                            dollars(rates.all(other).price())));
        }
        return new Report(
                "Cost of an event", about(event), List.of(chromium), lines, remarks(event, rates));
    }

    private static void peers(Event event, Rates rates, List<Comparison> lines) {
        Counts live = rates.live(event);
        double pings = rates.by(Driver.STAY, event).count(Item.SOCKET_MESSAGES);
        Peers.Traffic traffic =
                new Peers.Traffic(
                        live.count(Item.SOCKET_MESSAGES) - pings,
                        live.count(Item.SOCKET_MINUTES),
                        event.guests());
        for (Peers.Price peer :
                List.of(Peers.ably(traffic), Peers.pusher(traffic), Peers.appSync(traffic))) {
            lines.add(
                    Comparison.of("live delivery", dollars(live.price()))
                            .against(dollars(peer.dollars()).by(peer.of())));
        }
    }

    private static Figure dollars(double value) {
        return Figure.of(value, "USD");
    }

    private static String amount(Item item, double count) {
        return item == Item.CDN_BYTES
                ? String.format(Locale.ROOT, "%,.1f GB", count / 1e9)
                : String.format(Locale.ROOT, "%,.0f", count);
    }

    private static String about(Event event) {
        return """
        %,d guests, %,d photos, %,d hours. A small event was played on the local cloud (%d photos, %d phones, %d more \
        connections), everything that AWS bills was counted as it happened, each count was multiplied by what drives it, \
        and priced by AWS's list prices for us-east-1: see [costs.md](costs.md).\
        """
                .formatted(
                        event.guests(),
                        event.photos(),
                        event.hours(),
                        Simulation.PHOTOS,
                        Simulation.PHONES,
                        Simulation.SOCKETS);
    }

    private static List<String> remarks(Event event, Rates rates) {
        return List.of(
                "Live delivery is messages, connection minutes, and the functions, table and queue requests that send them. The peers deliver the same messages, one publish each, to the same connections; what would publish there is not in their price.",
                "Assumed: every guest stays to the end, sees every photo go by, opens "
                        + Math.round(Event.OPENED * 100)
                        + " % of them, likes "
                        + Math.round(Event.LIKES_OF_A_GUEST)
                        + ", and every fifth writes a comment. Photos come one by one: a burst shares frames, and costs less.",
                "By what drives it, in USD: "
                        + rates.of().keySet().stream()
                                .sorted()
                                .map(driver ->
                                        driver.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                                + " "
                                                + String.format(
                                                        Locale.ROOT,
                                                        "%.3f",
                                                        rates.by(driver, event).price()))
                                .collect(Collectors.joining(", "))
                        + ".",
                "Lambda's GB-seconds are this machine's processor time and the functions' shares of a processor, without what a function waits for: an order of magnitude. By function: "
                        + rates.all(event).by(Item.FUNCTION_GB_SECONDS).entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + String.format(
                                                        Locale.ROOT, " %,.0f", each.getValue()))
                                .collect(Collectors.joining(", "))
                        + ".",
                "One photo takes %.1f write and %.1f read units; one more guest who is told of it %.2f messages; on a phone it is %.0f KB small, and %.0f KB more when it is opened."
                        .formatted(
                                rates.one(Driver.PHOTO).count(Item.TABLE_WRITES),
                                rates.one(Driver.PHOTO).count(Item.TABLE_READS),
                                rates.one(Driver.TOLD).count(Item.SOCKET_MESSAGES),
                                rates.one(Driver.SEEN).count(Item.CDN_BYTES) / 1e3,
                                rates.one(Driver.OPENED).count(Item.CDN_BYTES) / 1e3),
                "Not in it: storage, logs and alarms, taxes, and every free allowance (CloudFront's first TB a month among them).");
    }
}
