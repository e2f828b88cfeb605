package dev.kilat.thumbnail;

import dev.kilat.thumbnail.baseline.BaselineDecoder;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.turbo.Decoded;
import dev.kilat.thumbnail.turbo.TurboDecoder;
import java.util.Optional;

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
        int width = photo.header().storedWidth();
        int height = photo.header().storedHeight();
        Optional<Planes> planes =
                baseline.decode(photo.bytes(), width, height, Size.LARGE.longEdge());
        if (planes.isEmpty()) {
            planes = byTurbo(turbo.decode(photo.bytes(), width, height, Size.LARGE.longEdge()));
        }
        return planes.map(it -> new PlanarPicture(it, photo.header(), photo.profile()));
    }

    private static Optional<Planes> byTurbo(Decoded decoded) throws Refused {
        return switch (decoded) {
            case Decoded.NotOurs() -> Optional.empty();
            case Decoded.Damaged(var why) -> throw new Refused("damaged: " + why);
            case Decoded.Picture(var planes, var warning) -> {
                if (warning.isPresent()) {
                    MissingPixels.refuse(warning.get());
                }
                yield Optional.of(planes);
            }
        };
    }
}
