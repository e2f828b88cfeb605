package dev.kilat.bench;

import dev.kilat.bench.measure.Machine;
import dev.kilat.bench.report.PerformancePage;
import dev.kilat.bench.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The command line: `./kilat bench`.
public final class Bench {
    private static final Path PAGE = Path.of("docs/performance.md");
    private static final Path LOG = Path.of("bench/target/bench.log");

    private final Map<String, Benchmark> benchmarks;
    private final PrintStream out;
    private final PrintStream err;

    Bench(Map<String, Benchmark> benchmarks, PrintStream out, PrintStream err) {
        this.benchmarks = benchmarks;
        this.out = out;
        this.err = err;
    }

    /// Ends with 1 if something could not be measured, with 2 if the command line is wrong.
    public static void main(String[] words) throws IOException {
        Bench bench = new Bench(Benchmarks.all(), System.out, System.err);
        // Functions print each of their metrics, and engines whom they still hear of at their end.
        PrintStream log = new PrintStream(Files.newOutputStream(LOG), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
        // Engines and browsers leave threads behind.
        System.exit(bench.run(List.of(words)));
    }

    int run(List<String> words) {
        if (words.contains("--help")) {
            out.print(usage());
            return 0;
        }
        try {
            if (words.isEmpty()) {
                return benchmarks.entrySet().stream()
                        .mapToInt(each -> measure(each.getKey(), each.getValue(), Arguments.none()))
                        .max()
                        .orElse(0);
            }
            String name = words.getFirst();
            Benchmark benchmark = benchmarks.get(name);
            if (benchmark == null) {
                throw new Arguments.Refused("There is no benchmark \"" + name + "\".");
            }
            List<String> rest = words.subList(1, words.size());
            return measure(name, benchmark, Arguments.read(rest, benchmark.flags().keySet()));
        } catch (Arguments.Refused e) {
            err.println("kilat: " + e.getMessage() + "\n\n" + usage());
            return 2;
        }
    }

    private int measure(String name, Benchmark benchmark, Arguments arguments) {
        Instant start = Instant.now();
        out.println("# " + name);
        try {
            Report report = benchmark.run(arguments);
            out.println(report.about() + "\n\n" + report.table());
            report.remarks().forEach(remark -> out.println("- " + remark));
            new PerformancePage(PAGE)
                    .write(name, report, Machine.text(), LocalDate.now(ZoneOffset.UTC));
            out.println(
                    "("
                            + Duration.between(start, Instant.now()).toSeconds()
                            + " s; written to "
                            + PAGE
                            + ")\n");
            return 0;
        } catch (Arguments.Refused e) {
            throw e;
        } catch (Exception e) {
            err.println("kilat: " + name + " could not be measured:");
            e.printStackTrace(err);
            err.println("What engines and functions said meanwhile is in " + LOG + ".");
            return 1;
        }
    }

    private String usage() {
        String commands =
                benchmarks.entrySet().stream()
                        .map(entry -> "  " + entry.getKey() + flags(entry.getValue()))
                        .collect(Collectors.joining("\n"));
        return "Usage: ./kilat bench [NAME [flags]]; without a name, all of them\n\n"
                + commands
                + "\n";
    }

    private static String flags(Benchmark benchmark) {
        return benchmark.flags().entrySet().stream()
                .map(flag -> "\n      " + flag.getKey() + " " + flag.getValue())
                .collect(Collectors.joining());
    }
}
