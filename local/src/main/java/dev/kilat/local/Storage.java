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
///
/// @param restored names the copy that was put back here, if one ever was
record Storage(
        Path objects,
        @Nullable Path database,
        @Nullable Path queues,
        @Nullable Path secrets,
        Optional<String> restored)
        implements AutoCloseable {

    static Storage of(Optional<Path> data) {
        try {
            if (data.isEmpty()) {
                return new Storage(
                        Files.createTempDirectory("kilat-"), null, null, null, Optional.empty());
            }
            Path root = data.get().toAbsolutePath();
            return new Storage(
                    Files.createDirectories(root.resolve("objects")),
                    Files.createDirectories(root.resolve("database")),
                    Files.createDirectories(root.resolve("queues")),
                    root.resolve("secrets.json"),
                    restored(root.resolve("restored")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that whoever puts a copy back writes: pages hold cursors beyond its heads.
    private static Optional<String> restored(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
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
