package dev.kilat.thumbnail;

import dev.kilat.photo.Photo;

/// The port on what is made of an original.
public interface Derivatives {
    /// Stores a thumbnail under an immutable key.
    void thumbnail(String key, byte[] jpeg);

    /// Stores what guests download, at {@link Photo#downloadKey()}.
    void downloadCopy(Photo photo, byte[] copy);
}
