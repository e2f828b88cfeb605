package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/// Thumbnails in pure Java: ImageIO with TwelveMonkeys' readers, Thumbnailator's resizers.
public final class ImageIoRenderer implements Renderer {
    private final Pipeline<MemorySegment, Original> check;
    private final Pipeline<Original, Map<Size, BufferedImage>> draw;
    private final Pipeline<BufferedImage, Rendition> encode;
    private final Pipeline<BufferedImage, String> hash;
    private final RoomInHeap room = new RoomInHeap(Runtime.getRuntime().maxMemory());

    public ImageIoRenderer() {
        var codecs = new Codecs();
        check = Pipeline.of(new CheckHeader());
        draw =
                Pipeline.of(new KeepWhatDraws())
                        .then(new Decode(codecs))
                        .then(new FlattenOnWhite())
                        .then(new ShrinkToLarge())
                        .then(new TurnUpright())
                        .then(new ToSrgb())
                        .then(new ShrinkTheRest());
        encode = Pipeline.of(new EncodeJpeg(codecs));
        hash = Pipeline.of(new ThumbHash());
    }

    @Override
    public Rendering render(MemorySegment original, Sink sink) {
        try {
            var checked = check.run(original);
            return encode(room.of(checked, () -> draw.run(checked)), checked.header(), sink);
        } catch (Refused refused) {
            return new Rendering.Unreadable(refused.why());
        }
    }

    /// What the sink throws passes: it is the caller's.
    private Rendering encode(Map<Size, BufferedImage> pixels, Header.Image header, Sink sink)
            throws Refused {
        var drawn = new IdentityHashMap<BufferedImage, Rendition>();
        var made = new EnumMap<Size, Rendition>(Size.class);
        for (var entry : pixels.entrySet()) {
            var rendition = drawn.get(entry.getValue());
            if (rendition == null) {
                rendition = encode.run(entry.getValue());
                drawn.put(entry.getValue(), rendition);
            }
            made.put(entry.getKey(), rendition);
            sink.accept(entry.getKey(), rendition);
        }
        var small = Objects.requireNonNull(pixels.get(Size.SMALL));
        return new Rendering.Rendered(
                new Thumbnails(
                        Objects.requireNonNull(made.get(Size.SMALL)),
                        Objects.requireNonNull(made.get(Size.MEDIUM)),
                        Objects.requireNonNull(made.get(Size.LARGE))),
                header.width(),
                header.height(),
                hash.run(small));
    }
}
