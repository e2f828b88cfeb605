package dev.kilat.thumbnail.planes;

/// How a picture was stored.
///
/// @param exif as EXIF counts: 1 is upright, 2-4 mirror or turn by half, 5-8 lay the long edge the
///   other way
record Orientation(int exif) {
    static final Orientation UPRIGHT = new Orientation(1);

    /// Whether the upright picture's lines are stored as columns.
    boolean isLaid() {
        return exif >= 5;
    }

    /// Whether each upright line runs from the right of the stored one to its left; of a laid
    /// picture, whether the last stored column is the first upright line.
    boolean isFromRight() {
        return exif == 2 || exif == 3 || exif == 7 || exif == 8;
    }

    /// Whether the last stored line is the first upright one; of a laid picture, whether each
    /// upright line runs from the bottom of the stored column to its top.
    boolean isFromBelow() {
        return exif == 3 || exif == 4 || exif == 6 || exif == 7;
    }
}
