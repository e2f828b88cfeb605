package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.Turn;

/// Moves samples, and computes none.
final class TurnPlanesUpright implements Step<PlanarPicture, PlanarPicture> {
    @Override
    public PlanarPicture apply(PlanarPicture picture) {
        return picture.with(Turn.upright(picture.planes(), picture.header().orientation()));
    }
}
