package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.TurboDecoder;
import java.util.Optional;

/// The one decode, at the fewest eighths of the size that are enough for the largest thumbnail.
/// Empty for colours that are not kept as brightness and two differences.
final class DecodePlanes implements Step<Original, Optional<PlanarPicture>> {
    private final TurboDecoder decoder;

    DecodePlanes(TurboDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Optional<PlanarPicture> apply(Original photo) throws Refused {
        return switch (decoder.decode(photo.bytes(), Size.LARGE.longEdge())) {
            case Decoded.NotOurs() -> Optional.empty();
            case Decoded.Damaged(var why) -> throw new Refused("damaged: " + why);
            case Decoded.Picture picture -> {
                expectSize(photo, picture);
                if (picture.warning().isPresent()) {
                    MissingPixels.refuse(picture.warning().get());
                }
                yield Optional.of(
                        new PlanarPicture(picture.planes(), photo.header(), photo.profile()));
            }
        };
    }

    private static void expectSize(Original photo, Decoded.Picture picture) throws Refused {
        if (picture.width() != photo.header().storedWidth()
                || picture.height() != photo.header().storedHeight()) {
            throw new Refused("its parts disagree about its size");
        }
    }
}
