package dev.kilat.bench.report;

import java.util.Locale;

/// A measured value.
///
/// @param unit such as `ms` or `rows`; empty for a plain number
/// @param of whose it is, such as `sharp 0.35.5, three pipelines`; empty for ours
public record Figure(double value, String unit, String of) {
    public static Figure of(double value, String unit) {
        return new Figure(value, unit, "");
    }

    public static Figure of(long value, String unit) {
        return of((double) value, unit);
    }

    public Figure by(String whose) {
        return new Figure(value, unit, whose);
    }

    /// Three significant digits; whole numbers in full.
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1000 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    String text() {
        return number(value)
                + (unit.isEmpty() ? "" : " " + unit)
                + (of.isEmpty() ? "" : " (" + of + ")");
    }
}
