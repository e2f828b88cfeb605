package dev.kilat.live;

import static java.lang.System.Logger.Level.INFO;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Tokens;
import dev.kilat.photo.ChangeLog;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens and closes connections.
public final class Admission {
    private static final System.Logger LOG = System.getLogger(Admission.class.getName());

    private final Tokens tokens;
    private final Connections connections;
    private final ChangeLog log;
    private final URI publicOrigin;
    private final InstantSource clock;

    public Admission(
            Tokens tokens,
            Connections connections,
            ChangeLog log,
            URI publicOrigin,
            InstantSource clock) {
        this.tokens = tokens;
        this.connections = connections;
        this.log = log;
        this.publicOrigin = publicOrigin;
        this.clock = clock;
    }

    /// Returns only when the connection will hear what is committed from now on. A ticket opens one
    /// connection: whoever reads an address in somebody's history comes too late.
    ///
    /// @param origin of the page that connects; null if it is no page, for only browsers send one
    public Admitted connect(String id, @Nullable String ticket, @Nullable String origin) {
        if (origin != null && !origin.equals(publicOrigin.toString())) {
            return Admitted.FOREIGN_ORIGIN;
        }
        Optional<LiveTicket> verified =
                ticket == null ? Optional.empty() : tokens.liveTicket(ticket);
        if (ticket == null || verified.isEmpty()) {
            return Admitted.NO_TICKET;
        }
        if (!connections.take(signature(ticket), id, clock.instant().plus(Tokens.LIVE_LIFE))) {
            return Admitted.NO_TICKET;
        }
        LiveTicket who = verified.get();
        Connection opened = Connection.opened(id, who, clock.instant());
        connections.add(opened);
        if (!isThere(opened)) {
            connections.remove(id);
            return Admitted.NO_TICKET;
        }
        LOG.log(INFO, "connected", who(id, who));
        return Admitted.OPEN;
    }

    /// Whether the event is still there that the ticket is for. Looked at when the connection is in
    /// the room: a purge that begins later finds it there.
    private boolean isThere(Connection connection) {
        return switch (connection.home()) {
            case Room.Admin _ -> true;
            case Room.OfEvent(var event) ->
                    log.head(event).filter(connection::isAtHome).isPresent();
        };
    }

    public void disconnect(String id) {
        connections.remove(id);
        LOG.log(INFO, "disconnected", Map.of("connection_id", id));
    }

    /// No two tickets have the same, and it opens nothing by itself.
    private static String signature(String ticket) {
        return ticket.substring(ticket.lastIndexOf('.') + 1);
    }

    private static Map<String, String> who(String id, LiveTicket who) {
        return Map.of(
                "connection_id", id,
                "room", who.room(),
                "subject", who.subject(),
                "role", who.role().text());
    }

    public enum Admitted {
        OPEN,
        NO_TICKET,
        FOREIGN_ORIGIN
    }
}
