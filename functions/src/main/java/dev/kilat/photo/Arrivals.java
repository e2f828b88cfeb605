package dev.kilat.photo;

import dev.kilat.event.EventSlug;

/// Follows how far the photos of each uploader have come. Never fails: it decides nothing.
public interface Arrivals {
    /// So many tickets were given, each for a photo that was not on its way before.
    void expected(EventSlug event, String uploader, int photos);

    /// A photo is in the gallery, or was refused. Called once for each.
    void arrived(EventSlug event, String uploader, PhotoId photo);
}
