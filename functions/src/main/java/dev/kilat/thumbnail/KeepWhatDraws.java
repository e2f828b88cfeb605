package dev.kilat.thumbnail;

import dev.kilat.photo.bytes.BytesInput;
import dev.kilat.thumbnail.container.Malformed;
import dev.kilat.thumbnail.container.PngChunks;
import dev.kilat.thumbnail.container.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/// Reduces a file to what draws the one picture, and takes the colour profile aside. So metadata
/// never reaches a codec (where a compressed text can be a bomb, and an unusual profile the slow
/// path), and a file that ends early is known before it is decoded: decoders would fill the rest
/// with grey.
final class KeepWhatDraws implements Step<Original, Original> {
    /// Java's own decoder draws all of a JPEG for each scan it has read: a hundred megapixels in
    /// twelve scans take ten seconds, and five kilobytes could take a minute.
    private static final long MOST_PIXELS = 1_200_000_000;

    @Override
    public Original apply(Original photo) throws Refused, IOException {
        try {
            return switch (photo.header().type()) {
                case JPEG -> JpegToDraw.reduce(photo, MOST_PIXELS);
                case PNG -> png(photo);
                case WEBP -> WebpToDraw.reduce(photo);
            };
        } catch (Malformed malformed) {
            throw new Refused(malformed.why());
        }
    }

    private static Original png(Original photo) throws Malformed, IOException {
        var chunks = new PngToDraw();
        var kept = new ByteArrayOutputStream((int) photo.bytes().byteSize());
        PngChunks.copy(new Source(new BytesInput(photo.bytes())), kept, chunks);
        return photo.reduced(kept.toByteArray(), Optional.ofNullable(chunks.profile()));
    }
}
