package dev.kilat.photo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The port on what photographers uploaded.
public interface Originals {
    Optional<Stored> find(String key);

    /// The first bytes of an object, at most `length`.
    byte[] start(String key, int length);

    byte[] read(String key);

    /// @param sha256 base64, where the store kept one
    record Stored(long size, String contentType, @Nullable String sha256) {}
}
