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

        assertThatThrownBy(() -> new Artifacts(built.functions(), built.pages()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(built.functions().toString())
                .hasMessageContaining("module functions");
    }

    @Test
    void without_the_pages_the_build_says_which_module_makes_them() throws IOException {
        var built = Placeholders.in(work);
        Files.delete(built.pages().resolve("index.html"));

        assertThatThrownBy(() -> new Artifacts(built.functions(), built.pages()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("index.html")
                .hasMessageContaining("module web");
    }
}
