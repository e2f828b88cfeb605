package dev.kilat.thumbnail.turbo;

import dev.kilat.thumbnail.planes.Planes;
import java.util.Optional;

/// What came of decoding.
public sealed interface Decoded {
    /// @param planes at the scale it was decoded at
    /// @param warning what the library complained of and went on
    record Picture(Planes planes, Optional<String> warning) implements Decoded {}

    /// Its colours are no brightness and two differences, or kept at a rare resolution, or its
    /// header is one that the library does not take.
    record NotOurs() implements Decoded {}

    record Damaged(String why) implements Decoded {}
}
