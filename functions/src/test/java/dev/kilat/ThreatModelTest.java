package dev.kilat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/security.md` promises nothing that no test shows.
class ThreatModelTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))`");

    @Test
    void every_row_names_a_test_and_every_test_that_is_named_exists() throws IOException {
        List<String> rows =
                Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| asset"))
                        .toList();
        Set<String> tests = tests();

        assertThat(rows).hasSizeGreaterThan(25);
        for (String row : rows) {
            List<String> named =
                    TEST.matcher(row).results().map((MatchResult it) -> it.group(1)).toList();
            assertThat(tests).as(row).containsAll(named);
            // No test looks at what a library may turn out to be.
            assertThat(named.isEmpty()).as(row).isEqualTo(row.startsWith("| what is shipped"));
        }
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new java.util.HashSet<>();
        for (String module : List.of("contracts", "functions", "infra-cdk", "local", "bench")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                names.addAll(
                        files.map(file -> file.getFileName().toString())
                                .filter(name -> name.endsWith(".java"))
                                .map(name -> name.substring(0, name.length() - 5))
                                .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
