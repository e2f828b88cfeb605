package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Frame.Refusal;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Head;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Answers what a page says over its connection. Nothing of it reaches other pages.
public final class Conversation {
    private final Connections connections;
    private final ChangeLog log;

    public Conversation(Connections connections, ChangeLog log) {
        this.connections = connections;
        this.log = log;
    }

    /// @return what to answer, if anything
    public Optional<Frame> answer(String connectionId, Said said) {
        return switch (said) {
            // Who is not in the list any more hears nothing, and learns of it by this.
            case Said.Ping() ->
                    connections
                            .find(connectionId)
                            .<Frame>map(_ -> new Frame.Pong())
                            .or(() -> refused(Refusal.NOT_FOUND));
            case Said.Unclear() -> refused(Refusal.INVALID_REQUEST);
            case Said.Join(EventSlug event) ->
                    connections
                            .find(connectionId)
                            .flatMap(it -> join(it, event))
                            .or(() -> refused(Refusal.NOT_FOUND));
            case Said.Leave() ->
                    connections
                            .find(connectionId)
                            .map(this::leave)
                            .orElseGet(() -> refused(Refusal.NOT_FOUND));
        };
    }

    private Optional<Frame> join(Connection connection, EventSlug event) {
        Room room = new Room.OfEvent(event);
        if (!connection.mayJoin(room) || log.head(event).filter(connection::isAtHome).isEmpty()) {
            return Optional.empty();
        }
        Set<Room> rooms = withoutEvents(connection);
        rooms.add(room);
        if (!connections.move(connection.id(), rooms)) {
            return Optional.empty();
        }
        // Read again: what was committed before the move was posted without this connection.
        return log.head(event).map(head -> joined(event, head));
    }

    private Optional<Frame> leave(Connection connection) {
        Set<Room> rooms = withoutEvents(connection);
        connections.move(connection.id(), rooms);
        return rooms.isEmpty() ? Optional.empty() : Optional.of(new Frame.JoinedAdmins());
    }

    private static Set<Room> withoutEvents(Connection connection) {
        Set<Room> rooms = new HashSet<>(connection.rooms());
        rooms.removeIf(room -> room instanceof Room.OfEvent);
        return rooms;
    }

    private static Frame joined(EventSlug event, Head head) {
        return new Frame.JoinedEvent(event, head);
    }

    private static Optional<Frame> refused(Refusal why) {
        return Optional.of(new Frame.Refused(why));
    }

    /// What a page may say.
    public sealed interface Said {
        record Ping() implements Said {}

        record Join(EventSlug event) implements Said {}

        record Leave() implements Said {}

        record Unclear() implements Said {}
    }
}
