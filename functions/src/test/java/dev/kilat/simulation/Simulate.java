package dev.kilat.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

public final class Simulate {
    private Simulate() {}

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.OFF);
        long from = Long.parseLong(args[0]);
        long n = Long.parseLong(args[1]);
        String kind = args.length > 2 ? args[2] : "storm";
        long t = System.nanoTime();
        long bad =
                LongStream.range(from, from + n)
                        .parallel()
                        .filter(seed -> {
                            var o = switch (kind) { case "clocks" -> Simulation.stormOfClocks(seed); case "pushes" -> Simulation.withoutPushes(seed); case "events" -> Simulation.withoutObjectEvents(seed); default -> Simulation.storm(seed);};
                            if (!o.wrong().isEmpty()) {
                                System.out.println("seed " + seed + ": " + o.wrong());
                            }
                            if (!kind.equals("storm") && !kind.equals("clocks")) System.out.println(o.slowestPublished() + " " + o.slowestShown());
                            return !o.wrong().isEmpty();
                        })
                        .count();
        System.out.println(bad + " of " + n + " in " + (System.nanoTime() - t) / 1e9 + " s");
    }
}
