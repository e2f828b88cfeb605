package dev.kilat.http;

import dev.kilat.contracts.http.Session;
import dev.kilat.contracts.http.SessionRequest;
import dev.kilat.event.EventSlug;
import dev.kilat.identity.GuestSessions;
import dev.kilat.identity.GuestSessions.Outcome;

/// The way in for guests.
public final class SessionCalls {
    private static final int LONGEST_NAME = 80;

    private final GuestSessions sessions;

    public SessionCalls(GuestSessions sessions) {
        this.sessions = sessions;
    }

    Response open(Call call) {
        return call.slug().map(slug -> open(slug, call)).orElseGet(Problems::notFound);
    }

    private Response open(EventSlug slug, Call call) {
        SessionRequest body = call.request().jsonOrNothing(SessionRequest.class);
        String name = body.name() == null ? null : Input.name("name", body.name(), LONGEST_NAME);
        return answer(sessions.open(slug, name, body.joinSecret(), call.request().sourceIp()));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Session session -> created(session);
            case Outcome.Closed() -> Problems.notFound();
            case Outcome.TooMany(var retryAfter) -> Problems.rateLimited(retryAfter);
        };
    }

    private static Response created(Outcome.Session session) {
        return Response.created(
                new Session(
                        session.token().token(),
                        session.guest().guestId(),
                        session.guest().name(),
                        session.token().expiresAt()));
    }
}
