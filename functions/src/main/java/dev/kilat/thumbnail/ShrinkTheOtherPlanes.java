package dev.kilat.thumbnail;

import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Resampler;
import java.util.EnumMap;
import java.util.Map;

/// Medium from large, small from medium, as [ShrinkTheRest] does.
final class ShrinkTheOtherPlanes implements Step<PlanarPicture, Map<Size, Planes>> {
    private final Resampler resampler;

    ShrinkTheOtherPlanes(Resampler resampler) {
        this.resampler = resampler;
    }

    @Override
    public Map<Size, Planes> apply(PlanarPicture picture) {
        var large = picture.planes();
        var medium = shrink(large, Size.MEDIUM, picture);
        return new EnumMap<>(
                Map.of(
                        Size.LARGE,
                        large,
                        Size.MEDIUM,
                        medium,
                        Size.SMALL,
                        shrink(medium, Size.SMALL, picture)));
    }

    private Planes shrink(Planes larger, Size size, PlanarPicture picture) {
        int width = picture.header().width();
        int height = picture.header().height();
        int fitted = size.fit(width, width, height);
        return fitted == larger.width()
                ? larger
                : resampler.shrink(larger, fitted, size.fit(height, width, height));
    }
}
