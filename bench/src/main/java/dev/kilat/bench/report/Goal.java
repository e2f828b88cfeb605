package dev.kilat.bench.report;

/// What a figure should be, by itself or against the peer's.
public sealed interface Goal {
    /// Ours at most the peer's divided by `times`.
    record Fewer(double times) implements Goal {}

    /// Ours at most `times` the peer's.
    record AtMostTimes(double times) implements Goal {}

    record AtMost(double value) implements Goal {}

    record AtLeast(double value) implements Goal {}

    /// At most this much below the peer's.
    record AtMostBelow(double difference) implements Goal {}

    /// Reported beside the goals.
    record None() implements Goal {}

    default boolean met(double ours, double peers) {
        return switch (this) {
            case Fewer(double times) -> ours * times <= peers;
            case AtMostTimes(double times) -> ours <= peers * times;
            case AtMost(double value) -> ours <= value;
            case AtLeast(double value) -> ours >= value;
            case AtMostBelow(double difference) -> ours >= peers - difference;
            case None() -> true;
        };
    }

    default String text() {
        return switch (this) {
            case Fewer(double times) -> "at least " + Figure.number(times) + "x fewer";
            case AtMostTimes(double times) -> "at most " + Figure.number(times) + "x";
            case AtMost(double value) -> "at most " + Figure.number(value);
            case AtLeast(double value) -> "at least " + Figure.number(value);
            case AtMostBelow(double difference) ->
                    "at most " + Figure.number(difference) + " lower";
            case None() -> "";
        };
    }

    /// How ours stands to the peer's, in the goal's own terms.
    default String ratio(double ours, double peers) {
        return switch (this) {
            case Fewer _ -> Figure.number(peers / ours) + "x fewer";
            case AtMostBelow _ -> String.format(java.util.Locale.ROOT, "%+.4f", ours - peers);
            case AtMostTimes _, AtMost _, AtLeast _, None _ -> Figure.number(ours / peers) + "x";
        };
    }
}
