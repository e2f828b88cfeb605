package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.TurboDecoder;
import java.util.Optional;

/// The one decode, at the smallest scale that is enough for the largest thumbnail. Empty for
/// colours that are not kept as brightness and two differences.
final class DecodePlanes implements Step<Original, Optional<PlanarPicture>> {
    private final TurboDecoder decoder;

    DecodePlanes(TurboDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Optional<PlanarPicture> apply(Original photo) throws Refused {
        var header = photo.header();
        return switch (decoder.decode(
                photo.bytes(),
                header.storedWidth(),
                header.storedHeight(),
                Size.LARGE.longEdge())) {
            case Decoded.NotOurs() -> Optional.empty();
            case Decoded.Damaged(var why) -> throw new Refused("damaged: " + why);
            case Decoded.Picture picture -> {
                if (picture.warning().isPresent()) {
                    MissingPixels.refuse(picture.warning().get());
                }
                yield Optional.of(new PlanarPicture(picture.planes(), header, photo.profile()));
            }
        };
    }
}
