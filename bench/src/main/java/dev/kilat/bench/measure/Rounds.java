package dev.kilat.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures several things in turns, so that whatever else the machine does falls on all alike.
/// Each round begins with another one.
public final class Rounds {
    /// Measures once.
    @FunctionalInterface
    public interface Measured {
        double once() throws Exception;
    }

    private final List<Thing> things = new ArrayList<>();

    public Rounds with(String name, Measured measured) {
        things.add(new Thing(name, measured, new ArrayList<>()));
        return this;
    }

    /// @param unmeasured rounds that only warm up
    public Samples run(int unmeasured, int measured) throws Exception {
        List<Thing> turns = new ArrayList<>(things);
        for (int round = 0; round < unmeasured + measured; round++) {
            for (Thing thing : turns) {
                double value = thing.measured().once();
                if (round >= unmeasured) {
                    thing.values().add(value);
                }
            }
            Collections.rotate(turns, 1);
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        things.forEach(thing -> samples.put(thing.name(), new Sample(thing.values())));
        return new Samples(samples);
    }

    private record Thing(String name, Measured measured, List<Double> values) {}
}
