package dev.kilat.thumbnail.turbo;

import java.util.Optional;

/// What came of decoding.
public sealed interface Decoded {
    /// @param width of the whole picture as stored, in pixels
    /// @param height of the whole picture as stored
    /// @param planes at the scale it was decoded at
    /// @param warning what the library complained of and went on
    record Picture(int width, int height, Planes planes, Optional<String> warning)
            implements Decoded {}

    /// Its colours are no brightness and two differences, or kept at a rare resolution.
    record NotOurs() implements Decoded {}

    record Damaged(String why) implements Decoded {}
}
