package dev.kilat.bench.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How many of each thing that is billed.
record Counts(Map<Line, Double> of) {
    static final Counts NONE = new Counts(Map.of());

    /// @param what runs or is asked for: a function, an operation, a path
    record Line(Item item, String what) {}

    Counts {
        of = Map.copyOf(of);
    }

    Counts plus(Counts others) {
        Map<Line, Double> sum = new HashMap<>(of);
        others.of.forEach((line, count) -> sum.merge(line, count, Double::sum));
        return new Counts(sum);
    }

    /// What is left is never less than nothing: counts of two runs differ a little by themselves.
    Counts minus(Counts others) {
        Map<Line, Double> rest = new HashMap<>();
        of.forEach((line, count) ->
                rest.put(line, Math.max(0, count - others.of.getOrDefault(line, 0.0))));
        return new Counts(rest);
    }

    Counts times(double factor) {
        return new Counts(
                of.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() * factor)));
    }

    /// Only what starts with `what`.
    Counts only(String what) {
        return new Counts(
                of.entrySet().stream()
                        .filter(entry -> entry.getKey().what().startsWith(what))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    double count(Item item) {
        return of.entrySet().stream()
                .filter(entry -> entry.getKey().item() == item)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /// The item's count by what it was for.
    Map<String, Double> by(Item item) {
        Map<String, Double> by = new TreeMap<>();
        of.forEach((line, count) -> {
            if (line.item() == item) {
                by.merge(line.what(), count, Double::sum);
            }
        });
        return by;
    }

    /// In US dollars.
    double price() {
        return of.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().item().price * entry.getValue())
                .sum();
    }
}
