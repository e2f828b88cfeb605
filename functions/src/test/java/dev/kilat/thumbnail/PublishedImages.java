package dev.kilat.thumbnail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The images that TwelveMonkeys tests its readers with, most of them sent by those whose software
/// stumbled over them. They come with its test jars, and are kept nowhere else.
final class PublishedImages {
    /// A folder of each jar.
    private static final List<String> JARS = List.of("broken-jpeg", "webp");

    private PublishedImages() {}

    static Stream<HostileImage> all() {
        return JARS.stream().flatMap(PublishedImages::inTheJarOf);
    }

    private static Stream<HostileImage> inTheJarOf(String folder) {
        try {
            var place =
                    Objects.requireNonNull(
                            PublishedImages.class.getResource("/" + folder + "/"), folder);
            JarFile jar = ((JarURLConnection) place.openConnection()).getJarFile();
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches(".*[.](jpe?g|webp)"))
                    .sorted()
                    .map(name -> new HostileImage("published " + name, () -> read(name)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(String name) {
        try (var in = PublishedImages.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
