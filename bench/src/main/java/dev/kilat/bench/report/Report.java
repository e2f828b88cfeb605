package dev.kilat.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What one benchmark found.
///
/// @param about what was done, with which input, in sentences
/// @param versions of what took part beside the JDK, such as `sharp 0.35.5`
/// @param remarks what a reader must know to judge the figures
public record Report(
        String title,
        String about,
        List<String> versions,
        List<Comparison> lines,
        List<String> remarks) {

    /// A table as in Markdown, its columns aligned for reading in a terminal.
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Comparison.columns());
        lines.forEach(line -> rows.add(line.cells()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        rows.add(1, widths.stream().map("-"::repeat).toList());
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(' ').append(cell).append(" ".repeat(widths.get(column) - cell.length()));
            line.append(" |");
        }
        return line.toString();
    }
}
