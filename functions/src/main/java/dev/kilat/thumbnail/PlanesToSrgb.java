package dev.kilat.thumbnail;

import dev.kilat.thumbnail.planes.Colours;
import dev.kilat.thumbnail.planes.Pool;

/// As [ToSrgb], which it asks: only colours of another profile leave their planes for it.
final class PlanesToSrgb implements Step<PlanarPicture, PlanarPicture> {
    private final ToSrgb srgb = new ToSrgb();
    private final Pool pool;

    PlanesToSrgb(Pool pool) {
        this.pool = pool;
    }

    @Override
    public PlanarPicture apply(PlanarPicture picture) {
        return srgb.from(picture.profile())
                .map(conversion -> conversion.apply(Colours.rgb(picture.planes())))
                .map(converted -> picture.with(Colours.planes(converted, pool)))
                .orElse(picture);
    }
}
