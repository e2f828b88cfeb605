package dev.kilat.bench.thumbnails;

import dev.kilat.thumbnail.planes.Colours;
import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The photos that are made smaller: drawn once and kept, or somebody's own.
final class Photos {
    private static final int QUALITY = 90;
    private static final int ON_ITS_SIDE = 6;

    private final TurboJpeg turbo;
    private final Path cache;

    Photos(TurboJpeg turbo, Path cache) {
        this.turbo = turbo;
        this.cache = cache;
    }

    /// Photos of one kind.
    ///
    /// @param name such as `24 MP upright`
    /// @param judged whether the goals are about them
    record Kind(String name, List<Path> files, boolean judged) {
        double megabytes() throws IOException {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes / 1e6 / files.size();
        }
    }

    /// All JPEGs of a folder, as one kind.
    static List<Kind> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jpegs =
                    files.filter(it ->
                                    it.toString()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .matches(".*\\.jpe?g"))
                            .sorted()
                            .toList();
            if (jpegs.isEmpty()) {
                throw new IllegalArgumentException("there is no JPEG in " + folder);
            }
            return List.of(new Kind("photos named", jpegs, true));
        }
    }

    List<Kind> drawn() throws IOException {
        Files.createDirectories(cache);
        List<Path> upright = new ArrayList<>();
        List<Path> turned = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            upright.add(drawn(6000, 4000, seed, 1));
            turned.add(drawn(6000, 4000, seed, ON_ITS_SIDE));
        }
        return List.of(
                new Kind("24 MP upright", upright, true),
                new Kind("24 MP turned", turned, true),
                new Kind("12 MP turned", List.of(drawn(4032, 3024, 1, ON_ITS_SIDE)), false),
                new Kind("45 MP upright", List.of(drawn(8192, 5464, 1, 1)), false));
    }

    private Path drawn(int width, int height, long seed, int orientation) throws IOException {
        Path file = cache.resolve("%dx%d-%d-%d.jpg".formatted(width, height, seed, orientation));
        if (Files.notExists(file)) {
            var pool = new Pool();
            var planes = Colours.planes(new DrawnPhoto(width, height, seed).draw(), pool);
            byte[] jpeg = turbo.encoder().encode(planes, QUALITY);
            Path half = Files.createTempFile(cache, "half", ".jpg");
            Files.write(half, orientation == 1 ? jpeg : withOrientation(jpeg, orientation));
            Files.move(half, file);
        }
        return file;
    }

    /// The pixels stay as they lie; a segment of EXIF tells how the camera was held.
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] name = "Exif\0\0MM".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + 6 + 2 + 12 + 4;
        return ByteBuffer.allocate(jpeg.length + 2 + length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put(name)
                .putShort((short) 42)
                .putInt(8)
                // One entry: orientation, a short, once.
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
