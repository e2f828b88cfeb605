package dev.kilat.http;

import dev.kilat.contracts.http.EventWithSecret;
import dev.kilat.contracts.http.GuestEvent;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.JoinSecret;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Events as the contracts want them.
public final class EventJson {
    private final URI publicOrigin;

    public EventJson(URI publicOrigin) {
        this.publicOrigin = publicOrigin;
    }

    static GuestEvent forGuests(Event event) {
        return new GuestEvent(
                event.slug().value(),
                event.name(),
                event.startsAt(),
                event.endsAt(),
                text(event.access()));
    }

    /// Whoever has the link of a private event is in: the secret is part of it, in the fragment,
    /// which browsers send to no server.
    ///
    /// @param secret if one was made just now
    Object forAdmins(Event event, Optional<JoinSecret> secret, long photoCount) {
        return secret.<Object>map(made -> withSecret(event, made, photoCount))
                .orElseGet(() -> forAdmins(event, photoCount));
    }

    dev.kilat.contracts.http.Event forAdmins(Event event, long photoCount) {
        return new dev.kilat.contracts.http.Event(
                event.slug().value(),
                event.name(),
                event.startsAt(),
                event.endsAt(),
                text(event.access()),
                event.createdAt(),
                photoCount,
                joinUrl(event),
                event.retentionDays());
    }

    private EventWithSecret withSecret(Event event, JoinSecret secret, long photoCount) {
        return new EventWithSecret(
                event.slug().value(),
                event.name(),
                event.startsAt(),
                event.endsAt(),
                text(event.access()),
                event.createdAt(),
                photoCount,
                joinUrl(event) + "#join=" + secret.value(),
                secret.value(),
                event.retentionDays());
    }

    private String joinUrl(Event event) {
        return publicOrigin + "/e/" + event.slug();
    }

    private static String text(Access access) {
        return access.name().toLowerCase(Locale.ROOT);
    }
}
