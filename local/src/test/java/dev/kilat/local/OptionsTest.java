package dev.kilat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void without_options_everything_has_its_default() {
        assertThat(Options.read())
                .isEqualTo(
                        new Options.Read.Run(
                                new Options(
                                        8080,
                                        9000,
                                        "127.0.0.1",
                                        Optional.of(Path.of(".kilat")),
                                        Optional.empty(),
                                        false)));
    }

    @Test
    void every_option_is_taken_with_a_space_or_an_equals_sign() {
        assertThat(
                        Options.read(
                                "--port",
                                "8181",
                                "--s3-port=9191",
                                "--host",
                                "0.0.0.0",
                                "--data=/var/k",
                                "--admin-password",
                                "correct horse",
                                "--demo"))
                .isEqualTo(
                        new Options.Read.Run(
                                new Options(
                                        8181,
                                        9191,
                                        "0.0.0.0",
                                        Optional.of(Path.of("/var/k")),
                                        Optional.of("correct horse"),
                                        true)));
    }

    @Test
    void in_memory_has_no_folder() {
        assertThat(Options.read("--in-memory"))
                .isInstanceOfSatisfying(
                        Options.Read.Run.class, run -> assertThat(run.options().data()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 80                    | Unknown option --prot.",
                "demo                         | Unknown option demo.",
                "--port                       | --port needs a value.",
                "--host --demo                | --host needs a value.",
                "--port eighty                | --port takes a port from 1 to 65535, not \"eighty\".",
                "--s3-port 70000              | --s3-port takes a port from 1 to 65535, not \"70000\".",
                "--port 0                     | --port takes a port from 1 to 65535, not \"0\".",
                "--port 9000                  | --port and --s3-port are both 9000; they must differ.",
                "--in-memory --data x         | --in-memory keeps nothing, so it does not go with --data.",
                "--admin-password short       | --admin-password needs at least 8 characters."
            })
    void a_wrong_option_is_named(String line, String message) {
        assertThat(Options.read(line.split(" ", -1))).isEqualTo(new Options.Read.Wrong(message));
    }

    @Test
    void help_wins_over_what_follows() {
        assertThat(Options.read("--help", "--nonsense")).isEqualTo(new Options.Read.Help());
    }

    @Test
    void the_help_names_every_option() {
        assertThat(Options.USAGE)
                .contains("--port", "--s3-port", "--host", "--data", "--in-memory")
                .contains("--admin-password", "--demo", "--help");
    }

    @Test
    void a_password_is_not_printed() {
        assertThat(Options.read("--admin-password", "correct horse").toString())
                .doesNotContain("correct horse");
    }
}
