package dev.kilat.http;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.Caller;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.identity.Tokens;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import java.net.URI;

/// Tickets for a WebSocket: the URL itself is the permission, for one minute.
public final class LiveCalls {
    private final Tokens tokens;
    private final Gallery gallery;
    private final String socket;

    public LiveCalls(Tokens tokens, Gallery gallery, URI publicOrigin) {
        this.tokens = tokens;
        this.gallery = gallery;
        this.socket = publicOrigin.toString().replaceFirst("^http", "ws") + "/live?ticket=";
    }

    Response admin(Call call) {
        return ticket(new LiveTicket(LiveTicket.ADMIN_ROOM, call.caller().subject(), Role.ADMIN));
    }

    Response event(Call call) {
        return call.enteredSlug()
                .flatMap(slug ->
                        gallery.head(slug)
                                .map(call::entered)
                                .map(head -> ticket(forCaller(call.caller(), slug, head))))
                .orElseGet(Problems::notFound);
    }

    private static LiveTicket forCaller(Caller caller, EventSlug slug, Head head) {
        Role role = caller instanceof Caller.Admin ? Role.ADMIN : Role.GUEST;
        return new LiveTicket(LiveTicket.eventRoom(slug), caller.subject(), role, head.madeAt());
    }

    private Response ticket(LiveTicket ticket) {
        var issued = tokens.live(ticket);
        return Response.ok(
                new dev.kilat.contracts.http.LiveTicket(
                        socket + issued.token(), issued.expiresAt()));
    }
}
