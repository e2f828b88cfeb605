package dev.kilat.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Architecture;

/// The functions with a JVM of their own and its AOT cache, as `./kilat bundle` packs them for the
/// processor of the machine it runs on.
record Bundle(Path folder, Architecture architecture) {
    private static final String REMEDY = "; run: ./kilat bundle";

    /// Refuses a bundle that is missing, or that holds other functions than `jar`.
    static Bundle of(Path folder, Path jar) {
        for (var name : new String[] {"bootstrap", "kilat.aot", "architecture"}) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new Refused("The bundle is missing: " + folder.resolve(name) + REMEDY);
            }
        }
        try {
            var bundled = folder.resolve("lib").resolve(jar.getFileName().toString());
            if (!Files.isRegularFile(bundled) || Files.mismatch(bundled, jar) >= 0) {
                throw new Refused("The bundle holds other functions than " + jar + REMEDY);
            }
            return new Bundle(
                    folder, architecture(Files.readString(folder.resolve("architecture"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Architecture architecture(String name) {
        return switch (name.strip()) {
            case "arm64" -> Architecture.ARM_64;
            case "x86_64" -> Architecture.X86_64;
            default -> throw new Refused("The bundle is for \"" + name.strip() + "\"" + REMEDY);
        };
    }
}
