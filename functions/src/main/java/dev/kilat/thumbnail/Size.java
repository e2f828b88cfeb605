package dev.kilat.thumbnail;

import java.util.Locale;

/// The sizes a gallery needs, smallest first: the order in which they are made known. Large is 1920
/// and not 2048, because a 4032-pixel phone photo halves to 2016, which decoders do at a quarter of
/// the cost.
public enum Size {
    SMALL(400),
    MEDIUM(1080),
    LARGE(1920);

    private final int longEdge;

    Size(int longEdge) {
        this.longEdge = longEdge;
    }

    /// In pixels.
    public int longEdge() {
        return longEdge;
    }

    /// As in file names and on the wire: `small`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One side of an image of `width` x `height`, scaled to fit; never enlarged, never below 1.
    int fit(int side, int width, int height) {
        int longest = Math.max(width, height);
        return longest <= longEdge
                ? side
                : Math.max(1, Math.round((float) side * longEdge / longest));
    }
}
