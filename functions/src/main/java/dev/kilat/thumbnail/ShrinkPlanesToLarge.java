package dev.kilat.thumbnail;

import dev.kilat.thumbnail.planes.Pool;
import dev.kilat.thumbnail.planes.Resampler;
import java.util.Collections;

/// First to the largest size, as [ShrinkToLarge] does, and upright in the same go. What was decoded
/// is not needed after that.
final class ShrinkPlanesToLarge implements Step<PlanarPicture, PlanarPicture> {
    private final Resampler resampler;
    private final Pool decoded;

    /// @param decoded where the planes lie that come here; no others do
    ShrinkPlanesToLarge(Resampler resampler, Pool decoded) {
        this.resampler = resampler;
        this.decoded = decoded;
    }

    @Override
    public PlanarPicture apply(PlanarPicture picture) {
        var header = picture.header();
        int width = header.storedWidth();
        int height = header.storedHeight();
        var large =
                resampler.consume(
                        picture.planes(),
                        Size.LARGE.fit(width, width, height),
                        Size.LARGE.fit(height, width, height),
                        header.orientation());
        // An upright plane that has its size already stays where it lies.
        if (Collections.disjoint(large.planes(), picture.planes().planes())) {
            decoded.startOver();
        }
        return picture.with(large);
    }
}
