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
        var jar = Files.writeString(work.resolve("functions.jar"), "a jar");
        return new Artifacts(jar, pages, bundle(work.resolve("bundle"), jar));
    }

    private static Path bundle(Path folder, Path jar) throws IOException {
        var lib = Files.createDirectories(folder.resolve("lib"));
        Files.copy(jar, lib.resolve(jar.getFileName()));
        Files.writeString(folder.resolve("bootstrap"), "#!/bin/sh");
        Files.writeString(folder.resolve("kilat.aot"), "a cache");
        Files.writeString(folder.resolve("architecture"), "x86_64");
        return folder;
    }
}
