package dev.kilat.thumbnail.turbo;

import org.jspecify.annotations.Nullable;

/// How much less of colour than of brightness a JPEG keeps.
///
/// @param across how many pixels a sample of colour covers from left to right
/// @param down how many from top to bottom
record Subsampling(int across, int down, boolean grey) {
    /// By TurboJPEG's number for it (`TJSAMP`); null for one that it has no name for.
    static @Nullable Subsampling of(int number) {
        return switch (number) {
            case 0 -> new Subsampling(1, 1, false);
            case 1 -> new Subsampling(2, 1, false);
            case 2 -> new Subsampling(2, 2, false);
            case 3 -> new Subsampling(1, 1, true);
            case 4 -> new Subsampling(1, 2, false);
            case 5 -> new Subsampling(4, 1, false);
            default -> null;
        };
    }

    int colourWidth(int width) {
        return Math.ceilDiv(width, across);
    }

    int colourHeight(int height) {
        return Math.ceilDiv(height, down);
    }

    /// The library writes brightness for each whole sample of colour.
    int padded(int edge, int covered) {
        return Math.ceilDiv(edge, covered) * covered;
    }
}
