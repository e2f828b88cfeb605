package dev.kilat.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.bench.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Bench bench =
            new Bench(
                    Map.of("cost", new NeverRun()),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8));

    @Test
    void help_names_every_command_and_its_flags() {
        assertThat(bench.run(List.of("--help"))).isZero();
        assertThat(out.toString(UTF_8)).contains("cost").contains("--guests N");
    }

    @Test
    void an_unknown_command_and_an_unknown_flag_are_named() {
        assertThat(bench.run(List.of("costs"))).isEqualTo(2);
        assertThat(bench.run(List.of("cost", "--hosts", "1"))).isEqualTo(2);
        assertThat(bench.run(List.of("cost", "--guests"))).isEqualTo(2);
        assertThat(bench.run(List.of("cost", "--guests", "0"))).isEqualTo(2);

        assertThat(err.toString(UTF_8))
                .contains("There is no benchmark \"costs\".")
                .contains("Unknown option --hosts; there is --guests.")
                .contains("--guests needs a value.")
                .contains("--guests takes a whole number from 1 to 10, not \"0\".");
    }

    /// Ends where a measurement would begin.
    private static final class NeverRun implements Benchmark {
        @Override
        public Map<String, String> flags() {
            return Map.of("--guests", "N");
        }

        @Override
        public Report run(Arguments arguments) {
            int guests = arguments.number("--guests", 1, 10);
            throw new AssertionError("ran with " + guests);
        }
    }
}
