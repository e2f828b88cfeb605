package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.Resampler;

/// First to the largest size, as [ShrinkToLarge] does.
final class ShrinkPlanesToLarge implements Step<PlanarPicture, PlanarPicture> {
    private final Resampler resampler;

    ShrinkPlanesToLarge(Resampler resampler) {
        this.resampler = resampler;
    }

    @Override
    public PlanarPicture apply(PlanarPicture picture) {
        var header = picture.header();
        int width = header.storedWidth();
        int height = header.storedHeight();
        return picture.with(
                resampler.shrink(
                        picture.planes(),
                        Size.LARGE.fit(width, width, height),
                        Size.LARGE.fit(height, width, height)));
    }
}
