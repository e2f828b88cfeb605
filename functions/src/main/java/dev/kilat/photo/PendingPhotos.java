package dev.kilat.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port on tickets, and on the list of photos that are not done yet. All reads are strong.
public interface PendingPhotos {
    /// Stores the ticket unless a photo of the same bytes is in the event already.
    Claim claim(Pending photo);

    Optional<Pending> ticket(PhotoId id);

    /// Ends a waiting photo whose object is none; nothing happens to any other.
    ///
    /// @return whether it was this call that ended it
    boolean fail(PhotoId id, String error);

    /// Forgets a waiting photo whose object never came; its bytes may be offered again.
    void abandon(PhotoId id);

    /// Counts one more attempt to process the photo, and answers how many there were with it.
    int attempt(PhotoId id);

    /// Forgets the attempts that were counted.
    void startOver(PhotoId id);

    /// Photos that wait for their object or their thumbnails, of tickets asked for before `asked`,
    /// and not postponed beyond `now`; oldest first.
    List<PhotoId> unfinished(Instant asked, Instant now, int limit);

    /// Leaves an unfinished photo alone until then.
    void postpone(PhotoId id, Instant until);

    sealed interface Claim {
        record Claimed() implements Claim {}

        record Taken(PhotoId by) implements Claim {}
    }
}
