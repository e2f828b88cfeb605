package dev.kilat.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilatTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Kilat kilat =
            new Kilat(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @Test
    void help_is_no_error() {
        assertThat(kilat.run("--help")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Usage: ./kilat run");
        assertThat(err.size()).isZero();
    }

    @Test
    void a_wrong_option_ends_with_2_and_says_what_is_allowed() {
        assertThat(kilat.run("--demmo")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith("kilat: Unknown option --demmo.")
                .contains("--demo");
    }

    @Test
    void a_taken_port_is_named_with_its_flag(@TempDir Path assembly) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Options options = options(taken.getLocalPort());

            assertThat(Preflight.obstacle(options, assembly))
                    .hasValueSatisfying(message ->
                            assertThat(message)
                                    .contains("Port " + taken.getLocalPort())
                                    .contains("--s3-port"));
        }
    }

    @Test
    void a_missing_template_is_named_with_its_remedy(@TempDir Path empty) {
        assertThat(Preflight.obstacle(options(9000), empty.resolve("cdk.out")))
                .hasValueSatisfying(message -> assertThat(message).contains("./kilat synth"));
    }

    @Test
    void the_welcome_names_the_pages_the_password_and_the_data() {
        Options options = options(9000);

        String text = Welcome.text("http://localhost:8080", "pw-12345", options, Path.of("k.log"));

        assertThat(text)
                .contains("http://localhost:8080/e/demo", "http://localhost:8080/admin")
                .contains("pw-12345", ".kilat", "k.log", "Ctrl-C");
        assertThat(text.lines()).hasSizeLessThan(24);
    }

    private static Options options(int s3Port) {
        return new Options(
                0, s3Port, "127.0.0.1", Optional.of(Path.of(".kilat")), Optional.empty(), true);
    }
}
