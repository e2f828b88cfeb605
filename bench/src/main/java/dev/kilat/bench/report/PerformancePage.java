package dev.kilat.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;

/// `docs/performance.md`: a section a benchmark, each written anew by its own run.
public final class PerformancePage {
    private final Path file;

    public PerformancePage(Path file) {
        this.file = file;
    }

    /// @param name of the command, which also marks the section
    public void write(String name, Report report, String machine, LocalDate day) {
        String start = "<!-- bench " + name + " -->\n";
        String end = "<!-- end of bench " + name + " -->";
        try {
            String page = Files.readString(file);
            int from = page.indexOf(start);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(
                        file
                                + " has no section for "
                                + name
                                + ": wanted is a line "
                                + start.strip()
                                + " and after it a line "
                                + end);
            }
            String section = section(name, report, machine, day);
            Files.writeString(
                    file, page.substring(0, from + start.length()) + section + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String name, Report report, String machine, LocalDate day) {
        String versions =
                report.versions().stream().map(it -> ", " + it).collect(Collectors.joining());
        String remarks =
                report.remarks().stream().map(it -> "- " + it + "\n").collect(Collectors.joining());
        return "## "
                + report.title()
                + "\n\n"
                + report.about()
                + "\n\n"
                + report.table()
                + "\n\n"
                + (remarks.isEmpty() ? "" : remarks + "\n")
                + "`./kilat bench "
                + name
                + "`, "
                + day
                + ", "
                + machine
                + versions
                + ".\n";
    }
}
