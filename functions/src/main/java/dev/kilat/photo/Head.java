package dev.kilat.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The end of an event's change log, and how many photos guests see there.
///
/// @param madeAt when its event was made; null for events of before this was noted here
public record Head(String epoch, long seq, int photoCount, @Nullable Instant madeAt) {
    public Cursor cursor() {
        return new Cursor(epoch, seq);
    }

    /// Whether this is the log of the event made then, and not of another that was given its slug
    /// after it was purged. Who made it is told apart by nothing else: the epoch changes when the
    /// table is restored, and guests stay who they are then.
    public boolean isOfEventMadeAt(@Nullable Instant then) {
        return madeAt == null || madeAt.equals(then);
    }
}
