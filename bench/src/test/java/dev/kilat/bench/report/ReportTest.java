package dev.kilat.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 6);

    private final Comparison line =
            Comparison.of("one photo", Figure.of(100, "ms"))
                    .against(Figure.of(345, "ms").by("sharp"))
                    .wanted(new Goal.Fewer(2.5))
                    .limit(Figure.of(66, "ms"));

    @Test
    void a_line_says_whether_its_goal_is_met() {
        assertThat(line.cells())
                .containsExactly(
                        "one photo",
                        "100 ms",
                        "345 ms (sharp)",
                        "3.45x fewer",
                        "at least 2.50x fewer",
                        "yes",
                        "66 ms");
        assertThat(line.wanted(new Goal.Fewer(3.5)).cells()).contains("no");
    }

    @Test
    void goals_are_read_as_they_are_written() {
        assertThat(new Goal.AtMostTimes(1.6).met(16, 10)).isTrue();
        assertThat(new Goal.AtMostTimes(1.6).met(16.1, 10)).isFalse();
        assertThat(new Goal.AtMost(150).met(150, Double.NaN)).isTrue();
        assertThat(new Goal.AtMost(150).met(151, Double.NaN)).isFalse();
        assertThat(new Goal.AtLeast(100).met(99, Double.NaN)).isFalse();
        assertThat(new Goal.AtMostBelow(.002).met(.958, .960)).isTrue();
        assertThat(new Goal.AtMostBelow(.002).met(.957, .960)).isFalse();
    }

    @Test
    void the_page_keeps_every_section_but_the_one_that_was_measured(@TempDir Path folder)
            throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "before\n<!-- bench a -->\nold\n<!-- end of bench a -->\nafter\n");

        new PerformancePage(page).write("a", report(), "a machine", DAY);

        assertThat(Files.readString(page))
                .startsWith("before\n<!-- bench a -->\n## Thumbnails\n\nHow.\n\n| work ")
                .contains("| one photo | 100 ms |")
                .contains("- Read with care.\n")
                .contains("`./kilat bench a`, 2026-06-06, a machine, sharp 1.\n")
                .endsWith("<!-- end of bench a -->\nafter\n")
                .doesNotContain("old");
    }

    @Test
    void a_page_without_the_section_is_named(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "nothing\n");

        assertThatThrownBy(() -> new PerformancePage(page).write("a", report(), "a machine", DAY))
                .hasMessageContaining("performance.md")
                .hasMessageContaining("<!-- bench a -->");
    }

    private Report report() {
        return new Report(
                "Thumbnails",
                "How.",
                List.of("sharp 1"),
                List.of(line),
                List.of("Read with care."));
    }
}
