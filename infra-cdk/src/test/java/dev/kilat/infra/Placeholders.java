package dev.kilat.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What stands for the other modules' artifacts: no promise of the cloud depends on their content.
final class Placeholders {
    private Placeholders() {}

    static Artifacts in(Path work) throws IOException {
        var pages = Files.createDirectories(work.resolve("pages"));
        Files.writeString(pages.resolve("index.html"), "<!doctype html>");
        return new Artifacts(Files.writeString(work.resolve("functions.jar"), "a jar"), pages);
    }
}
