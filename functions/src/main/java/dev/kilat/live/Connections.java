package dev.kilat.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The port on open connections. Every read is strong: whoever is added hears what is committed
/// after.
public interface Connections {
    /// Whether this connection is the one that a ticket opens, which is the first that asks.
    ///
    /// @param until after this nobody asks any more
    boolean take(String ticket, String id, Instant until);

    void add(Connection connection);

    Optional<Connection> find(String id);

    /// Puts the connection into exactly these rooms; false if it is gone, which stays so.
    boolean move(String id, Set<Room> rooms);

    /// Forgets the connection, if there is one.
    void remove(String id);

    /// How often a connection entered the room. Another number is read from before the call that
    /// adds or moves it there returns.
    long entered(Room room);

    /// Ids of all connections in the room that are not expired, in no order.
    List<String> in(Room room, Instant now);

    /// How many of them are guests'.
    int guestsIn(Room room, Instant now);
}
