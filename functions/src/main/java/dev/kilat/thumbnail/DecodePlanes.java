package dev.kilat.thumbnail;

import dev.kilat.thumbnail.baseline.BaselineDecoder;
import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.Planes;
import dev.kilat.thumbnail.turbo.TurboDecoder;
import java.util.Optional;
import java.util.function.Function;

/// The one decode, at the smallest scale that is enough for the largest thumbnail. Empty for
/// colours that are not kept as brightness and two differences.
final class DecodePlanes implements Step<Original, Optional<PlanarPicture>> {
    private final BaselineDecoder baseline;
    private final TurboDecoder turbo;

    DecodePlanes(BaselineDecoder baseline, TurboDecoder turbo) {
        this.baseline = baseline;
        this.turbo = turbo;
    }

    @Override
    public Optional<PlanarPicture> apply(Original photo) throws Refused {
        var header = photo.header();
        var planes =
                baseline.decode(
                        photo.bytes(),
                        header.storedWidth(),
                        header.storedHeight(),
                        Size.LARGE.longEdge());
        return planes.isPresent() ? planes.map(picture(photo)) : byTurbo(photo);
    }

    private Optional<PlanarPicture> byTurbo(Original photo) throws Refused {
        var header = photo.header();
        return switch (turbo.decode(
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
                yield Optional.of(picture(photo).apply(picture.planes()));
            }
        };
    }

    private static Function<Planes, PlanarPicture> picture(Original photo) {
        return planes -> new PlanarPicture(planes, photo.header(), photo.profile());
    }
}
