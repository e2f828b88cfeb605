package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.thumbnail.Size;
import dev.kilat.thumbnail.planes.Plane;
import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.planes.Turn;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How near thumbnails come to what the full resolution gives.
final class Likeness {
    private final Path folder;

    /// @param folder where makers may write
    Likeness(Path folder) {
        this.folder = folder;
    }

    /// What a maker made of some photos.
    ///
    /// @param ssim by size, the mean over the photos
    /// @param bytes of all three sizes of one photo
    record Made(Map<Size, Double> ssim, double bytes) {
        double at(Size size) {
            return ssim.getOrDefault(size, Double.NaN);
        }
    }

    Made of(Maker maker, List<Path> photos) throws IOException {
        Map<Size, Double> ssim = new EnumMap<>(Size.class);
        double bytes = 0;
        for (Path photo : photos) {
            JsonNode answer = maker.keep(photo, folder);
            bytes += answer.path("bytes").asDouble() / photos.size();
            Plane full = upright(photo);
            for (Size size : Size.values()) {
                ssim.merge(size, ssim(full, size) / photos.size(), Double::sum);
            }
        }
        return new Made(ssim, bytes);
    }

    private double ssim(Plane full, Size size) throws IOException {
        Plane made = upright(folder.resolve(size.label() + ".jpg"));
        float[] reference = Lanczos.shrink(full, made.width(), made.height());
        return Ssim.of(reference, Lanczos.samples(made), made.width(), made.height());
    }

    /// The brightness of a JPEG at its full size.
    private static Plane upright(Path file) throws IOException {
        byte[] jpeg = Files.readAllBytes(file);
        var pool = new Pool();
        var decoder = Way.turbo().decoder(pool);
        var planes = Way.planes(decoder, MemorySegment.ofArray(jpeg), Integer.MAX_VALUE / 16);
        int orientation =
                ImageHeaders.readWhole(jpeg) instanceof Header.Image image
                        ? image.orientation()
                        : 1;
        return new Turn(pool).upright(planes, orientation).brightness();
    }
}
