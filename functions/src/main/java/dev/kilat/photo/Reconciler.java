package dev.kilat.photo;

import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds what no event told: objects whose delivery was lost, jobs that were dropped, tickets never
/// used.
public final class Reconciler {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration ABANDONED = Duration.ofDays(1);
    static final Duration BETWEEN_JOBS = Duration.ofMinutes(3);
    private static final int MOST_AT_ONCE = 200;

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

    /// @return how many photos were brought on
    public int run() {
        events.purging().forEach(purge::purge);
        Instant now = clock.instant();
        int helped = 0;
        for (PhotoId id : pending.unfinished(now.minus(PATIENCE), now, MOST_AT_ONCE)) {
            switch (ingest.ingest(id, now)) {
                case Ingested.Published _ -> {
                    pending.postpone(id, now.plus(BETWEEN_JOBS));
                    helped++;
                }
                case Ingested.AlreadyPublished(Photo photo) -> {
                    // A long queue is no reason to queue its thumbnail job again each minute.
                    ingest.carryOn(photo);
                    pending.postpone(id, now.plus(BETWEEN_JOBS));
                    helped++;
                }
                case Ingested.NotAnImage _ -> helped++;
                case Ingested.ObjectMissing _, Ingested.ObjectMismatch _ -> abandonIfOld(id, now);
                case Ingested.UnknownTicket _ -> pending.abandon(id);
            }
        }
        return helped;
    }

    private void abandonIfOld(PhotoId id, Instant now) {
        Optional<Pending> ticket = pending.ticket(id);
        if (ticket.isPresent() && ticket.get().createdAt().isBefore(now.minus(ABANDONED))) {
            pending.abandon(id);
        }
    }
}
