package dev.kilat.photo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The port on what photographers uploaded.
public interface Originals {
    Optional<Stored> find(String key);

    /// The first bytes of an object, at most `length`.
    byte[] start(String key, int length);

    /// All of an object.
    ///
    /// @param arena where it will lie, and with whose end it is gone
    MemorySegment read(String key, Arena arena);

    /// @param sha256 base64, where the store kept one
    record Stored(long size, String contentType, @Nullable String sha256) {}
}
