package dev.kilat.infra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    @TempDir Path work;

    @Test
    void without_the_functions_jar_the_build_says_which_module_makes_it() throws IOException {
        var built = Placeholders.in(work);
        Files.delete(built.functions());

        assertThatThrownBy(
                        () -> new Artifacts(built.functions(), built.pages(), built.bundleFolder()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(built.functions().toString())
                .hasMessageContaining("module functions");
    }

    @Test
    void without_the_pages_the_build_says_which_module_makes_them() throws IOException {
        var built = Placeholders.in(work);
        Files.delete(built.pages().resolve("index.html"));

        assertThatThrownBy(
                        () -> new Artifacts(built.functions(), built.pages(), built.bundleFolder()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("index.html")
                .hasMessageContaining("module web");
    }

    @Test
    void without_a_bundle_the_build_says_which_command_makes_one() throws IOException {
        var built = Placeholders.in(work);
        Files.delete(built.bundleFolder().resolve("kilat.aot"));

        assertThatThrownBy(built::bundle)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kilat.aot")
                .hasMessageContaining("./kilat bundle");
    }

    @Test
    void a_bundle_of_other_functions_is_not_deployed() throws IOException {
        var built = Placeholders.in(work);
        Files.writeString(built.functions(), "a newer jar");

        assertThatThrownBy(built::bundle)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("other functions")
                .hasMessageContaining("./kilat bundle");
    }

    @Test
    void a_bundle_for_a_processor_that_lambda_has_not_is_refused() throws IOException {
        var built = Placeholders.in(work);
        Files.writeString(built.bundleFolder().resolve("architecture"), "riscv64");

        assertThatThrownBy(built::bundle)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("riscv64");
    }
}
