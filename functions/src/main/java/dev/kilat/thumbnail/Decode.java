package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;

/// The one decode. A source far above our largest size is thinned out while it is read, so that
/// memory follows the thumbnails and not the camera.
final class Decode implements Step<Original, Picture> {
    /// Thinning out takes every n-th pixel, which is rough; half as many again as needed let the
    /// resizer smooth it.
    private static final double MARGIN = 1.5;

    private final Codecs codecs;

    Decode(Codecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public Picture apply(Original photo) throws Refused, IOException {
        var reader = codecs.reader(photo.header().type());
        try (var in = new PatientInput(photo.bytes().asByteBuffer())) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, false, true);
            expect(photo.header(), reader);
            var param = reader.getDefaultReadParam();
            int every = every(photo.header());
            param.setSourceSubsampling(every, every, every / 2, every / 2);
            var pixels = reader.read(0, param);
            for (String warning : warnings) {
                MissingPixels.refuse(warning);
            }
            return new Picture(pixels, photo.header(), photo.profile());
        } finally {
            reader.dispose();
        }
    }

    static int every(Header.Image image) {
        int longEdge = Math.max(image.width(), image.height());
        int shortEdge = Math.min(image.width(), image.height());
        int every = (int) (longEdge / (MARGIN * Size.LARGE.longEdge()));
        // A strip thinner than the step must not vanish.
        return Math.clamp(every, 1, shortEdge);
    }

    private static void expect(Header.Image header, ImageReader reader)
            throws Refused, IOException {
        if (reader.getWidth(0) != header.storedWidth()
                || reader.getHeight(0) != header.storedHeight()) {
            throw new Refused("its parts disagree about its size");
        }
    }
}
