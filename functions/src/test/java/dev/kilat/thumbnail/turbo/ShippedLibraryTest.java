package dev.kilat.thumbnail.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedLibraryTest {
    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64/libturbojpeg.so", "linux-aarch64/libturbojpeg.so"})
    void what_is_shipped_is_what_the_readme_says(String file)
            throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(resource(file));

        assertThat(new String(resource("README.md"), StandardCharsets.UTF_8))
                .contains("| `" + file + "` | `" + HexFormat.of().formatHex(digest) + "` |");
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void it_is_what_is_loaded() {
        assertThat(TurboFile.candidates().getFirst()).hasFileName("libturbojpeg.so");
        assertThat(TurboJpeg.find()).isPresent();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ShippedLibraryTest.class.getResourceAsStream("/native/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
