package dev.kilat.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a host does with events: makes, changes and purges them.
public final class Hosting {
    private static final Logger LOG = System.getLogger(Hosting.class.getName());

    private final Events events;
    private final Purge purge;
    private final Supplier<JoinSecret> secrets;
    private final InstantSource clock;

    public Hosting(Events events, Purge purge, Supplier<JoinSecret> secrets, InstantSource clock) {
        this.events = events;
        this.purge = purge;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// What became of a wish to make or change an event.
    public sealed interface Hosted {
        /// @param secret told this once, if one was made
        record Done(Event event, Optional<JoinSecret> secret) implements Hosted {}

        record SlugTaken() implements Hosted {}

        record NoSuchEvent() implements Hosted {}

        record EndsBeforeStart() implements Hosted {}

        /// Nothing tells when the days that it is kept begin.
        record KeptWithoutEnd() implements Hosted {}

        /// It would be purged at once. Whoever wants that says so.
        record KeptIntoThePast() implements Hosted {}
    }

    public Hosted create(
            EventSlug slug,
            String name,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            Access access,
            @Nullable Integer retentionDays) {
        Optional<Hosted> refused = refused(startsAt, endsAt, retentionDays);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<JoinSecret> secret = secretFor(access);
        Event event =
                new Event(
                        slug,
                        name,
                        startsAt,
                        endsAt,
                        access,
                        secret.map(JoinSecret::hash).orElse(null),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        retentionDays);
        return events.create(event) ? new Hosted.Done(event, secret) : new Hosted.SlugTaken();
    }

    public Hosted change(EventSlug slug, EventEdit edit) {
        return events.find(slug)
                .map(event -> change(event, edit))
                .orElseGet(Hosted.NoSuchEvent::new);
    }

    private Hosted change(Event event, EventEdit edit) {
        Instant startsAt = EventEdit.or(event.startsAt(), edit.startsAt());
        Instant endsAt = EventEdit.or(event.endsAt(), edit.endsAt());
        Integer retentionDays = EventEdit.days(event.retentionDays(), edit.retention());
        Optional<Hosted> refused = refused(startsAt, endsAt, retentionDays);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<JoinSecret> secret = edit.access().flatMap(this::secretFor);
        Access access = edit.access().orElse(event.access());
        String keptHash = access == Access.PRIVATE ? event.joinSecretHash() : null;
        Event changed =
                new Event(
                        event.slug(),
                        edit.name().orElse(event.name()),
                        startsAt,
                        endsAt,
                        access,
                        secret.map(JoinSecret::hash).orElse(keptHash),
                        event.createdAt(),
                        retentionDays);
        return events.update(changed) ? new Hosted.Done(changed, secret) : new Hosted.NoSuchEvent();
    }

    /// Hides the event at once and removes what it left behind; what that leaves over goes on
    /// later.
    ///
    /// @return false if there is no such event
    public boolean purge(EventSlug slug) {
        boolean started = events.startPurge(slug);
        if (started) {
            try {
                purge.purge(slug);
            } catch (RuntimeException later) {
                LOG.log(Level.WARNING, "the purge of " + slug + " goes on later", later);
            }
        }
        return started;
    }

    private Optional<JoinSecret> secretFor(Access access) {
        return switch (access) {
            case PUBLIC -> Optional.empty();
            case PRIVATE -> Optional.of(secrets.get());
        };
    }

    private Optional<Hosted> refused(
            @Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Integer retentionDays) {
        if (startsAt != null && endsAt != null && endsAt.isBefore(startsAt)) {
            return Optional.of(new Hosted.EndsBeforeStart());
        }
        if (retentionDays == null) {
            return Optional.empty();
        }
        if (endsAt == null) {
            return Optional.of(new Hosted.KeptWithoutEnd());
        }
        return endsAt.plus(Duration.ofDays(retentionDays)).isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(new Hosted.KeptIntoThePast());
    }
}
