package dev.kilat.bench.thumbnails;

import dev.kilat.photo.bytes.BytesInput;
import dev.kilat.thumbnail.ImageIoRenderer;
import dev.kilat.thumbnail.Rendering;
import dev.kilat.thumbnail.Size;
import dev.kilat.thumbnail.TurboRenderer;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.planes.Resampler;
import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.TurboDecoder;
import dev.kilat.thumbnail.turbo.TurboEncoder;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import net.coobird.thumbnailator.Thumbnails;

/// A way to come from a photo to its three thumbnails.
@FunctionalInterface
interface Way {
    int QUALITY = 82;

    Map<Size, byte[]> make(MemorySegment photo) throws IOException;

    static Way of(String name) {
        return switch (name) {
            case "ours" -> ours();
            case "limit" -> limit();
            case "thumbnailator" -> thumbnailator();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// As the function does it.
    private static Way ours() {
        var renderer = new TurboRenderer(turbo(), new ImageIoRenderer());
        return photo -> {
            Map<Size, byte[]> made = new EnumMap<>(Size.class);
            var rendering = renderer.render(photo, (size, image) -> made.put(size, image.jpeg()));
            if (rendering instanceof Rendering.Unreadable(String why)) {
                throw new IllegalArgumentException(why);
            }
            return made;
        };
    }

    /// Decoding at the scale that is needed and encoding three pictures of the right sizes, which
    /// nobody has to compute: what is left is libjpeg-turbo's own work.
    private static Way limit() {
        // By a photo's length, which tells those of a run apart.
        Pool pool = new Pool();
        TurboDecoder decoder = turbo().decoder(pool);
        TurboEncoder encoder = turbo().encoder();
        Map<Long, Map<Size, Planes>> sizes = new HashMap<>();
        return photo -> {
            pool.startOver();
            Planes decoded = planes(decoder, photo, Size.LARGE.longEdge());
            Map<Size, Planes> three = sizes.computeIfAbsent(photo.byteSize(), _ -> three(decoded));
            Map<Size, byte[]> made = new EnumMap<>(Size.class);
            three.forEach((size, its) -> made.put(size, encoder.encode(its, QUALITY)));
            return made;
        };
    }

    private static Map<Size, Planes> three(Planes decoded) {
        Map<Size, Planes> three = new EnumMap<>(Size.class);
        Resampler resampler = new Resampler(new Pool());
        int longest = Math.max(decoded.width(), decoded.height());
        for (Size size : Size.values()) {
            double scale = Math.min(1, (double) size.longEdge() / longest);
            three.put(
                    size,
                    resampler.shrink(
                            decoded,
                            (int) Math.round(decoded.width() * scale),
                            (int) Math.round(decoded.height() * scale)));
        }
        return three;
    }

    /// Three calls, as its guide shows them, on Java's own JPEG reader.
    private static Way thumbnailator() {
        var registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> readers = new ArrayList<>();
        registry.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(readers::add);
        readers.stream()
                .filter(it -> it.getClass().getName().startsWith("com.twelvemonkeys"))
                .forEach(registry::deregisterServiceProvider);
        return photo -> {
            Map<Size, byte[]> made = new EnumMap<>(Size.class);
            for (Size size : Size.values()) {
                var jpeg = new ByteArrayOutputStream();
                Thumbnails.of(new BytesInput(photo))
                        .size(size.longEdge(), size.longEdge())
                        .outputFormat("jpg")
                        .outputQuality(QUALITY / 100.0)
                        .toOutputStream(jpeg);
                made.put(size, jpeg.toByteArray());
            }
            return made;
        };
    }

    static TurboJpeg turbo() {
        return TurboJpeg.find()
                .orElseThrow(() -> new IllegalStateException("there is no libjpeg-turbo here"));
    }

    /// @param longEdge at least, in pixels
    static Planes planes(TurboDecoder decoder, MemorySegment jpeg, int longEdge) {
        var header =
                Objects.requireNonNull(
                        dev.kilat.photo.header.ImageHeaders.readWhole(jpeg.asByteBuffer())
                                        instanceof dev.kilat.photo.header.Header.Image image
                                ? image
                                : null);
        return switch (decoder.decode(
                jpeg, header.storedWidth(), header.storedHeight(), longEdge)) {
            case Decoded.Picture(Planes planes, _) -> planes;
            case Decoded.NotOurs() -> throw new IllegalArgumentException("an unusual JPEG");
            case Decoded.Damaged(String why) -> throw new IllegalArgumentException(why);
        };
    }
}
