package dev.kilat.photo;

import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what no event told: objects whose delivery was lost, jobs that were dropped, tickets never
/// used, events that have been kept long enough.
public final class Reconciler {
    /// With a minute until the next run, less than the two minutes that a photo may take of which
    /// nobody told.
    static final Duration PATIENCE = Duration.ofSeconds(50);

    static final Duration ABANDONED = Duration.ofDays(1);
    static final Duration BETWEEN_JOBS = Duration.ofMinutes(3);
    private static final int MOST_AT_ONCE = 200;

    /// The function has a minute, and a purge takes ten seconds of it.
    static final Duration PURGES_BEGIN = Duration.ofSeconds(40);

    private final PendingPhotos pending;
    private final Ingest ingest;
    private final Events events;
    private final Purge purge;
    private final InstantSource clock;

    public Reconciler(
            PendingPhotos pending, Ingest ingest, Events events, Purge purge, InstantSource clock) {
        this.pending = pending;
        this.ingest = ingest;
        this.events = events;
        this.purge = purge;
        this.clock = clock;
    }

    /// Photos first, for which people wait. What fails keeps nothing else from being done.
    ///
    /// @return how many photos were brought on
    /// @throws RuntimeException the first one that something failed with, when all is done
    public int run() {
        Instant now = clock.instant();
        Failures failures = new Failures();
        int helped = 0;
        for (PhotoId id : pending.unfinished(now.minus(PATIENCE), now, MOST_AT_ONCE)) {
            helped += failures.of(() -> bringOn(id, now), 0);
        }
        failures.of(() -> purge(now));
        failures.of(purge::sweep);
        failures.end();
        return helped;
    }

    /// @return 1 if the photo was brought on
    private int bringOn(PhotoId id, Instant now) {
        return switch (ingest.ingest(id, now)) {
            case Ingested.Published _ -> {
                pending.postpone(id, now.plus(BETWEEN_JOBS));
                yield 1;
            }
            case Ingested.AlreadyPublished(Photo photo) -> {
                // A long queue is no reason to queue its thumbnail job again each minute.
                ingest.carryOn(photo);
                pending.postpone(id, now.plus(BETWEEN_JOBS));
                yield 1;
            }
            case Ingested.NotAnImage _ -> 1;
            case Ingested.ObjectMissing _, Ingested.ObjectMismatch _ -> {
                abandonIfOld(id, now);
                yield 0;
            }
            case Ingested.UnknownTicket _ -> {
                pending.abandon(id);
                yield 0;
            }
        };
    }

    /// What is left when the time is over has the next minute.
    private void purge(Instant now) {
        Failures failures = new Failures();
        Events.Due due = events.due(now);
        List<EventSlug> purging = new ArrayList<>(due.purging());
        due.outstayed().stream()
                .filter(event -> failures.of(() -> events.startPurge(event), false))
                .map(Event::slug)
                .forEach(purging::add);
        for (EventSlug event : purging) {
            boolean done = false;
            while (!done && clock.instant().isBefore(now.plus(PURGES_BEGIN))) {
                done = failures.of(() -> purge.purge(event), true);
            }
        }
        failures.end();
    }

    private void abandonIfOld(PhotoId id, Instant now) {
        Optional<Pending> ticket = pending.ticket(id);
        if (ticket.isPresent() && ticket.get().createdAt().isBefore(now.minus(ABANDONED))) {
            pending.abandon(id);
        }
    }
}
