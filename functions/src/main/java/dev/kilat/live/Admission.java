package dev.kilat.live;

import static java.lang.System.Logger.Level.INFO;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Tokens;
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
    private final URI publicOrigin;
    private final InstantSource clock;

    public Admission(
            Tokens tokens, Connections connections, URI publicOrigin, InstantSource clock) {
        this.tokens = tokens;
        this.connections = connections;
        this.publicOrigin = publicOrigin;
        this.clock = clock;
    }

    /// Returns only when the connection will hear what is committed from now on.
    ///
    /// @param origin of the page that connects; null if it is no page, for only browsers send one
    public Admitted connect(String id, @Nullable String ticket, @Nullable String origin) {
        if (origin != null && !origin.equals(publicOrigin.toString())) {
            return Admitted.FOREIGN_ORIGIN;
        }
        Optional<LiveTicket> verified =
                ticket == null ? Optional.empty() : tokens.liveTicket(ticket);
        if (verified.isEmpty()) {
            return Admitted.NO_TICKET;
        }
        LiveTicket who = verified.get();
        connections.add(Connection.opened(id, who, clock.instant()));
        LOG.log(INFO, "connected", who(id, who));
        return Admitted.OPEN;
    }

    public void disconnect(String id) {
        connections.remove(id);
        LOG.log(INFO, "disconnected", Map.of("connection_id", id));
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
