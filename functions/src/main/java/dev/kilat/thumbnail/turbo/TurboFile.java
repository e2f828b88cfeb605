package dev.kilat.thumbnail.turbo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where libjpeg-turbo lies: on most Linux it comes with us (`native/README.md` tells from where),
/// elsewhere it may be installed. Windows is left out: its `unsigned long` has 32 bits.
final class TurboFile {
    private static final List<Path> INSTALLED =
            Stream.of(
                            "/opt/homebrew/lib/libturbojpeg.dylib",
                            "/usr/local/lib/libturbojpeg.dylib",
                            "/usr/lib/libturbojpeg.so.0",
                            "/usr/lib64/libturbojpeg.so.0")
                    .map(Path::of)
                    .toList();

    private TurboFile() {}

    /// What may be loaded, the best first: ours, which needs glibc, then the installed ones.
    static List<Path> candidates() {
        String resource = "/native/" + system() + "/libturbojpeg.so";
        try (InputStream ours = TurboFile.class.getResourceAsStream(resource)) {
            return Stream.concat(
                            ours == null ? Stream.empty() : Stream.of(unpack(ours)),
                            INSTALLED.stream().filter(Files::isRegularFile))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource, e);
        }
    }

    /// A library is loaded from a file of its own, which nobody else may write.
    private static Path unpack(InputStream library) throws IOException {
        Path folder = Files.createTempDirectory("kilat-");
        Path file = folder.resolve("libturbojpeg.so");
        Files.copy(library, file);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return name + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }
}
