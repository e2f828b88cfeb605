package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageType;
import dev.kilat.thumbnail.baseline.BaselineDecoder;
import dev.kilat.thumbnail.planes.Colours;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.planes.Resampler;
import dev.kilat.thumbnail.turbo.TurboEncoder;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Thumbnails of JPEG on planes of brightness and colour from the first byte to the last, decoded
/// in Java or by libjpeg-turbo and encoded by that. What neither takes goes to the other renderer:
/// PNG, WebP, CMYK and rarities.
public final class TurboRenderer implements Renderer {
    private static final int QUALITY = 82;

    private final TurboJpeg turbo;
    private final Renderer others;
    private final Pipeline<MemorySegment, Original> check = Pipeline.of(new CheckHeader());
    private final ThumbHash hash = new ThumbHash();

    /// As many as ever worked at the same time; each keeps its memory for the next photo.
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    public TurboRenderer(TurboJpeg turbo, Renderer others) {
        this.turbo = turbo;
        this.others = others;
    }

    @Override
    public Rendering render(MemorySegment original, Sink sink) {
        try {
            var checked = check.run(original);
            return checked.header().type() == ImageType.JPEG
                    ? jpeg(checked, sink)
                    : others.render(original, sink);
        } catch (Refused refused) {
            return new Rendering.Unreadable(refused.why());
        }
    }

    private Rendering jpeg(Original original, Sink sink) throws Refused {
        var worker = Objects.requireNonNullElseGet(idle.poll(), Worker::new);
        try {
            var decoded = worker.decode.run(original);
            return decoded.isEmpty()
                    ? others.render(original.bytes(), sink)
                    : encode(worker, worker.draw.run(decoded.get()), original.header(), sink);
        } finally {
            worker.decoded.startOver();
            worker.large.startOver();
            idle.add(worker);
        }
    }

    /// What the sink throws passes: it is the caller's.
    private Rendering encode(
            Worker worker, Map<Size, Planes> planes, Header.Image header, Sink sink)
            throws Refused {
        var drawn = new IdentityHashMap<Planes, Rendition>();
        var made = new EnumMap<Size, Rendition>(Size.class);
        planes.forEach((size, its) -> {
            var rendition = drawn.computeIfAbsent(its, worker::encode);
            made.put(size, rendition);
            sink.accept(size, rendition);
        });
        return new Rendering.Rendered(
                new Thumbnails(
                        Objects.requireNonNull(made.get(Size.SMALL)),
                        Objects.requireNonNull(made.get(Size.MEDIUM)),
                        Objects.requireNonNull(made.get(Size.LARGE))),
                header.width(),
                header.height(),
                worker.hash(Objects.requireNonNull(planes.get(Size.SMALL))));
    }

    /// The parts that one photo at a time can use.
    private final class Worker {
        /// What was decoded, and once that has been shrunk to large, all else.
        private final Pool decoded = new Pool();

        private final Pool large = new Pool();
        private final TurboEncoder encoder = turbo.encoder();
        private final Resampler resampler = new Resampler(decoded);
        private final Pipeline<Original, Optional<PlanarPicture>> decode =
                Pipeline.of(new TakeProfileOut())
                        .then(
                                new DecodePlanes(
                                        new BaselineDecoder(decoded), turbo.decoder(decoded)));
        private final Pipeline<PlanarPicture, Map<Size, Planes>> draw =
                Pipeline.of(new ShrinkPlanesToLarge(new Resampler(large), decoded))
                        .then(new PlanesToSrgb(decoded))
                        .then(new ShrinkTheOtherPlanes(resampler));

        Rendition encode(Planes planes) {
            return new Rendition(encoder.encode(planes, QUALITY), planes.width(), planes.height());
        }

        String hash(Planes small) {
            var tiny = ThumbHash.fit(small.width(), small.height());
            return hash.apply(Colours.rgb(resampler.shrink(small, tiny.width, tiny.height)));
        }
    }
}
