package dev.kilat.simulation;

import dev.kilat.thumbnail.Renderer;
import dev.kilat.thumbnail.Rendering;
import dev.kilat.thumbnail.Rendition;
import dev.kilat.thumbnail.Size;
import dev.kilat.thumbnail.Thumbnails;
import java.lang.foreign.MemorySegment;

/// Makes no pixels: what it is given are a few bytes with a header.
final class QuickRenderer implements Renderer {
    private static final Rendition PICTURE = new Rendition(Pictures.WHOLE, 400, 300);

    @Override
    public Rendering render(MemorySegment original, Sink sink) {
        if (Pictures.isDamaged(original)) {
            return new Rendering.Unreadable("its pixels are damaged");
        }
        for (Size size : Size.values()) {
            sink.accept(size, PICTURE);
        }
        return new Rendering.Rendered(
                new Thumbnails(PICTURE, PICTURE, PICTURE),
                400,
                300,
                "1QcSHQRnh493V4dIh4eXh1h4kJUI");
    }
}
