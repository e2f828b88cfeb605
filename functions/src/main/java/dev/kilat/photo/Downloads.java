package dev.kilat.photo;

import java.net.URI;

/// The port on links to the download copy.
public interface Downloads {
    /// A URL of ten minutes that saves the photo under its file name.
    URI link(Photo photo);
}
