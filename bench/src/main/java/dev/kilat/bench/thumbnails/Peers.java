package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What others wrote for Node.js, in the versions that `bench/peers/package-lock.json` names.
final class Peers {
    private Peers() {}

    static void install(Path folder) throws IOException, InterruptedException {
        if (Files.isDirectory(folder.resolve("node_modules/sharp"))) {
            return;
        }
        int ended =
                new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--silent")
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (ended != 0) {
            throw new IllegalStateException(
                    "npm ci in " + folder + " ended with " + ended + "; it needs the npm registry");
        }
    }

    static String version(Path folder, String name) throws IOException {
        Path of = folder.resolve("node_modules").resolve(name).resolve("package.json");
        return new ObjectMapper().readTree(of.toFile()).path("version").asText();
    }
}
