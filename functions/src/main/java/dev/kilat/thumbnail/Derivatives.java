package dev.kilat.thumbnail;

import dev.kilat.photo.Photo;
import java.lang.foreign.MemorySegment;

/// The port on what is made of an original.
public interface Derivatives {
    /// Stores a thumbnail under an immutable key.
    void thumbnail(String key, byte[] jpeg);

    /// Stores what guests download, at {@link Photo#downloadKey()}.
    ///
    /// @param copy good until this returns
    void downloadCopy(Photo photo, MemorySegment copy);
}
