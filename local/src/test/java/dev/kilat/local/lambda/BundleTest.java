package dev.kilat.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir Path work;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_bundle_publishes_a_photo_from_wherever_it_is_unpacked_and_by_its_cache()
            throws Exception {
        Path built = work.resolve("built");
        BuildBundle.build(Path.of("..").resolve(BuildBundle.FUNCTIONS), built);
        Path unpacked = Files.move(built, work.resolve("task"));
        Path jre = unpacked.resolve("jre");
        Path classes = work.resolve("classes");

        try (Services services = Services.start(Files.createDirectory(work.resolve("services")))) {
            var variables = services.variables(jre);
            variables.merge(
                    "JAVA_TOOL_OPTIONS",
                    "-Xlog:class+load:file=" + classes,
                    (trust, log) -> trust + " " + log);
            try (var process =
                    FunctionProcess.start(
                            List.of(unpacked.resolve("bootstrap").toString()),
                            "dev.kilat.entry.PhotoUploaded",
                            unpacked,
                            variables,
                            work.resolve("log"))) {
                assertThat(process.handle(services.uploadPhoto())).isEmpty();
            }
        }

        assertThat(Collections.list(BundledJvm.read(BundledJvm.certificates(jre)).aliases()))
                .as("who vouches for AWS, and nobody else")
                .isNotEmpty()
                .allMatch(name -> name.contains("amazon") || name.contains("starfield"));
        assertThat(Files.readString(work.resolve("log"))).contains(": Published");
        assertThat(Files.readAllLines(classes))
                .anyMatch(line ->
                        line.contains("dev.kilat.photo.Ingest source: shared objects file"));
    }

    @Test
    void a_bundle_that_lambda_would_not_unpack_is_refused() {
        assertThatCode(() -> BuildBundle.check(BuildBundle.LARGEST)).doesNotThrowAnyException();
        assertThatThrownBy(() -> BuildBundle.check(BuildBundle.LARGEST + (1 << 20)))
                .hasMessage("The bundle has 251 MB, and Lambda unpacks at most 250.");
    }
}
