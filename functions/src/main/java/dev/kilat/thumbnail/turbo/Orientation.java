package dev.kilat.thumbnail.turbo;

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

    /// Whether what is stored runs from the right to the left of the upright picture, or if it is
    /// laid, its last column is the first line.
    boolean isFromRight() {
        return exif == 2 || exif == 3 || exif == 7 || exif == 8;
    }

    boolean isFromBelow() {
        return exif == 3 || exif == 4 || exif == 6 || exif == 7;
    }
}
