package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The port on how far the photos of each uploader have come. A page asks for tickets as it has
/// read its files, so all it asked for may have arrived before it asks again: a run is over once
/// nothing has been on its way for a pause, or nothing has arrived for so long that nothing will.
public interface UploadRuns {
    Duration PAUSE = Duration.ofSeconds(30);
    Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    /// Whoever was to see that the run is told, and has not been heard of for so long, died.
    Duration WORD_HOLDS = Duration.ofSeconds(10);

    /// So many more photos are to come.
    void expect(EventSlug event, String uploader, int photos, Instant now);

    /// One of them came. What comes of an earlier run counts as expected by this one, so that never
    /// more have arrived than were expected.
    ///
    /// @return whether it is the caller's to see that somebody {@link #tell}s: nobody else does
    boolean arrive(EventSlug event, String uploader, PhotoId photo, Instant now);

    /// The run as it is, to be told now; empty if nothing of it has arrived. Whoever arrives later
    /// has to see anew that somebody tells.
    Optional<Run> tell(EventSlug event, String uploader);

    /// @param last the photo that arrived last
    record Run(PhotoId last, long arrived, long expected) {}
}
