package dev.kilat.thumbnail;

import dev.kilat.thumbnail.container.Malformed;
import java.io.IOException;

/// Reads the colour profile, which the decoder passes over with all other metadata.
final class TakeProfileOut implements Step<Original, Original> {
    @Override
    public Original apply(Original photo) throws Refused, IOException {
        try {
            return JpegToDraw.takeProfileOut(photo);
        } catch (Malformed malformed) {
            throw new Refused(malformed.why());
        }
    }
}
