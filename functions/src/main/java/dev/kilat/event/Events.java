package dev.kilat.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port on stored events. Every read is strong: an event answers the moment it is made, and
/// never after it is gone.
public interface Events {
    /// Stores a new event with an empty change log of a fresh epoch; false if the slug is taken.
    boolean create(Event event);

    Optional<Event> find(EventSlug slug);

    /// Newest first.
    List<Event> all();

    /// Replaces what an admin may edit; false if the event is gone.
    boolean update(Event event);

    /// Hides the event from everybody at once, and keeps its slug until {@link #forget}.
    boolean startPurge(EventSlug slug);

    List<EventSlug> purging();

    /// The same for an event that has been kept long enough, unless somebody has changed since how
    /// long that is.
    boolean startPurge(Event outstayed);

    /// What is due now, in one reading of all events.
    default Due due(Instant now) {
        return new Due(purging(), all().stream().filter(event -> event.isOutstayed(now)).toList());
    }

    /// @param purging whose purge was begun
    /// @param outstayed whose purge is to begin
    record Due(List<EventSlug> purging, List<Event> outstayed) {}

    /// Removes the last trace, so that the slug is free again.
    void forget(EventSlug slug);
}
