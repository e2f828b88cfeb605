package dev.kilat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where each engine keeps its data.
///
/// In memory, photos still go to files: to a folder that is deleted at the end, as a heap of 1 GB
/// would hold only a few hundred.
record Storage(Path objects, @Nullable Path database, @Nullable Path queues, @Nullable Path secrets)
        implements AutoCloseable {

    static Storage of(Optional<Path> data) {
        try {
            if (data.isEmpty()) {
                return new Storage(Files.createTempDirectory("kilat-"), null, null, null);
            }
            Path root = data.get().toAbsolutePath();
            return new Storage(
                    Files.createDirectories(root.resolve("objects")),
                    Files.createDirectories(root.resolve("database")),
                    Files.createDirectories(root.resolve("queues")),
                    root.resolve("secrets.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (database != null) {
            return;
        }
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
