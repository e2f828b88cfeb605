package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.Turn;

/// Moves samples, and computes none.
final class TurnPlanesUpright implements Step<PlanarPicture, PlanarPicture> {
    private final Turn turn;

    TurnPlanesUpright(Turn turn) {
        this.turn = turn;
    }

    @Override
    public PlanarPicture apply(PlanarPicture picture) {
        return picture.with(turn.upright(picture.planes(), picture.header().orientation()));
    }
}
