package dev.kilat.thumbnail;

import java.lang.foreign.MemorySegment;

/// The port: an original becomes thumbnails. Safe for use by many threads. Whatever bytes come, the
/// answer is a [Rendering]; only running out of memory, and what the sink itself throws, is thrown.
public interface Renderer {

    /// Told of each size as soon as it exists, smallest first, while larger ones are still to be
    /// made: what is stored here is seen early.
    @FunctionalInterface
    interface Sink {
        void accept(Size size, Rendition rendition);
    }

    /// @param original in Java's heap or, which is better for large ones, outside of it
    Rendering render(MemorySegment original, Sink sink);

    default Rendering render(byte[] original) {
        return render(MemorySegment.ofArray(original), (size, rendition) -> {});
    }
}
