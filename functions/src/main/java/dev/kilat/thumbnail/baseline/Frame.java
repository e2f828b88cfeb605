package dev.kilat.thumbnail.baseline;

import java.util.List;

/// What a JPEG says of itself before its one scan.
///
/// @param restart after how many groups of blocks its codes begin anew; 0 for never
/// @param scan where the scan's bytes begin
record Frame(int width, int height, List<Component> components, int restart, long scan) {
    Frame {
        components = List.copyOf(components);
    }

    /// Brightness, or one of the two differences of colour.
    ///
    /// @param across how many blocks of it are in a group from left to right
    /// @param down how many from top to bottom
    /// @param steps between two values of each coefficient, line by line
    @SuppressWarnings("ArrayRecordComponent") // Handed to the transform, never compared.
    record Component(int across, int down, int[] steps, DcTable dc, AcTable ac) {}

    boolean isGrey() {
        return components.size() == 1;
    }

    /// How many groups stand side by side.
    int groupsAcross() {
        return Math.ceilDiv(width, 8 * components.getFirst().across());
    }

    int groupsDown() {
        return Math.ceilDiv(height, 8 * components.getFirst().down());
    }
}
