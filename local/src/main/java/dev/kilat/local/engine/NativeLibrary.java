package dev.kilat.local.engine;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells SQLite's Java binding where the build put its native library: `target/native`, beside our
/// classes.
public final class NativeLibrary {
    private static final String PROPERTY = "sqlite4java.library.path";

    private NativeLibrary() {}

    public static void locate() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Path classes =
                    Path.of(
                            NativeLibrary.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path directory = classes.resolveSibling("native");
            if (!Files.isDirectory(directory)) {
                throw new IllegalStateException(
                        "No native libraries in " + directory + ": run mvn package first");
            }
            System.setProperty(PROPERTY, directory.toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
