package dev.kilat.simulation;

import dev.kilat.simulation.Simulation.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Plays as many events as one likes, and says what it found: the command behind `./kilat
/// simulate`.
public final class Simulate {
    private static final Map<String, LongFunction<Outcome>> WEATHERS = weathers();
    private static final String USAGE =
            """
            Usage: ./kilat simulate [--seeds N] [--from SEED] [--weather NAME]
              --seeds    how many events, each out of one seed; 1000
              --from     the first seed; 0
              --weather  %s; all of them in turn if none is named
            """
                    .formatted(String.join(" | ", WEATHERS.keySet()));

    private Simulate() {}

    private static Map<String, LongFunction<Outcome>> weathers() {
        Map<String, LongFunction<Outcome>> weathers = new LinkedHashMap<>();
        weathers.put("storm", Simulation::storm);
        weathers.put("clocks", Simulation::stormOfClocks);
        weathers.put("no-pushes", Simulation::withoutPushes);
        weathers.put("no-object-events", Simulation::withoutObjectEvents);
        return weathers;
    }

    /// Ends with 1 if anything was wrong, with 2 if the command line is.
    public static void main(String[] words) {
        // What functions say about calls that got lost is of no interest here.
        Logger.getLogger("").setLevel(Level.OFF);
        if (List.of(words).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Map<String, String> flags =
                new LinkedHashMap<>(Map.of("--seeds", "1000", "--from", "0", "--weather", ""));
        for (int i = 0; i < words.length; i += 2) {
            if (!flags.containsKey(words[i]) || i + 1 == words.length) {
                refuse(
                        words[i]
                                + (flags.containsKey(words[i])
                                        ? " needs a value"
                                        : " is no option"));
            }
            flags.put(words[i], words[i + 1]);
        }
        String only = flags.getOrDefault("--weather", "");
        if (!only.isEmpty() && !WEATHERS.containsKey(only)) {
            refuse("there is no weather " + only);
        }
        long from = number("--from", flags, 0);
        long seeds = number("--seeds", flags, 1);
        boolean right =
                WEATHERS.keySet().stream()
                        .filter(weather -> only.isEmpty() || weather.equals(only))
                        .map(weather -> play(weather, from, seeds))
                        .reduce(true, Boolean::logicalAnd);
        System.exit(right ? 0 : 1);
    }

    private static long number(String flag, Map<String, String> flags, long least) {
        try {
            long number = Long.parseLong(flags.getOrDefault(flag, ""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        refuse(flag + " must be a whole number, at least " + least);
        return least;
    }

    private static void refuse(String why) {
        System.err.println("kilat: " + why + "\n\n" + USAGE);
        System.exit(2);
    }

    private static boolean play(String weather, long from, long seeds) {
        LongFunction<Outcome> simulation = WEATHERS.getOrDefault(weather, Simulation::storm);
        long start = System.nanoTime();
        AtomicLong played = new AtomicLong();
        Sum sum =
                Seeds.play(
                        from,
                        seeds,
                        events ->
                                events.mapToObj(seed -> told(weather, seed, simulation.apply(seed)))
                                        .peek(_ ->
                                                progress(weather, played.incrementAndGet(), seeds))
                                        .map(Sum::of)
                                        .reduce(Sum.NOTHING, Sum::plus));
        long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        System.out.printf(
                "%s: %,d events, %,d photos, %,d guests, %,d likes given or taken back: %,d events not as promised%n"
                        + "  slowest photo: %.1f s until it was published, %.1f s from there to the last wall"
                        + " (%,d events a minute)%n",
                weather,
                seeds,
                sum.photos,
                seeds * Simulation.GUESTS,
                sum.toggles,
                sum.wrong,
                sum.published.toMillis() / 1000.0,
                sum.shown.toMillis() / 1000.0,
                seeds * 60 / seconds);
        return sum.wrong == 0;
    }

    private static void progress(String weather, long played, long seeds) {
        if (played % 500 == 0 && played < seeds) {
            System.out.println(weather + ": " + played + " of " + seeds + " events");
        }
    }

    private static Outcome told(String weather, long seed, Outcome outcome) {
        if (!outcome.wrong().isEmpty()) {
            System.out.printf(
                    "seed %d: %s%n  again with: ./kilat simulate --weather %s --seeds 1 --from %d%n",
                    seed, String.join("\n  ", outcome.wrong()), weather, seed);
        }
        return outcome;
    }

    private record Sum(long photos, long toggles, long wrong, Duration published, Duration shown) {
        private static final Sum NOTHING = new Sum(0, 0, 0, Duration.ZERO, Duration.ZERO);

        static Sum of(Outcome outcome) {
            return new Sum(
                    outcome.photos(),
                    outcome.toggles(),
                    outcome.wrong().isEmpty() ? 0 : 1,
                    outcome.slowestPublished(),
                    outcome.slowestShown());
        }

        Sum plus(Sum other) {
            return new Sum(
                    photos + other.photos,
                    toggles + other.toggles,
                    wrong + other.wrong,
                    longer(published, other.published),
                    longer(shown, other.shown));
        }

        private static Duration longer(Duration a, Duration b) {
            return a.compareTo(b) > 0 ? a : b;
        }
    }
}
