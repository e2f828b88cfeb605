package dev.kilat.social;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Photo;
import java.util.OptionalLong;

/// The port on who likes which photo. A photo's count is always the number of those who like it:
/// both change together or not at all, whoever else is liking it and whatever answer gets lost.
public interface Likes {
    /// Safe to repeat: nobody likes a photo twice.
    ///
    /// @param who the same text for the same person
    /// @return the photo's count after it; empty if the photo was deleted
    OptionalLong like(Photo photo, String who);

    /// Safe to repeat, too.
    ///
    /// @return the photo's count after it; empty if the photo was deleted
    OptionalLong unlike(Photo photo, String who);

    /// Likes of all photos of the event, deleted ones too: they may be restored.
    long total(EventSlug event);
}
