package dev.kilat.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/// The files other modules built and the cloud ships: the functions' jar and the folder of pages.
///
/// @param bundleFolder looked at only by a deployment that asks for the bundle
record Artifacts(Path functions, Path pages, Path bundleFolder) {

    Artifacts {
        if (!Files.isRegularFile(functions)) {
            throw new Refused(
                    "The functions' jar is missing: "
                            + functions
                            + " (built by the module functions: mvn package)");
        }
        if (!Files.isRegularFile(pages.resolve("index.html"))) {
            throw new Refused(
                    "The pages are missing: "
                            + pages.resolve("index.html")
                            + " (built by the module web: mvn package)");
        }
    }

    /// Where the build of the whole project at `root` leaves them.
    static Artifacts built(Path root) {
        return new Artifacts(
                root.resolve("functions/target/kilat-functions.jar"),
                root.resolve("web/dist"),
                root.resolve("functions/target/bundle"));
    }

    Bundle bundle() {
        return Bundle.of(bundleFolder, functions);
    }
}
