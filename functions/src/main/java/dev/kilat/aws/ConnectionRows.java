package dev.kilat.aws;

import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.live.Room;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of open connections.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `CONNECTION#{id}` | `CONNECTION` | home, event_made_at, rooms, subject, role, connected_at (ms), expires_at (s) |
/// | `ROOM#{room}#{shard}` | `{id}` | role, expires_at (s) |
/// | `ROOM#{room}` | `ENTERED` | entered |
/// | `TICKET#{signature}` | `TICKET` | connection_id, expires_at (s) |
///
/// A room is spread over shards, so that a large one is no hot partition.
final class ConnectionRows {
    static final int SHARDS = 4;
    static final String ENTERED = "entered";
    private static final String CONNECTION = "CONNECTION";

    private ConnectionRows() {}

    static Map<String, AttributeValue> key(String id) {
        return Attributes.key(CONNECTION + "#" + id, CONNECTION);
    }

    static Map<String, AttributeValue> row(Connection connection) {
        return Attributes.of(CONNECTION + "#" + connection.id(), CONNECTION)
                .put("home", connection.home().toString())
                .put("event_made_at", connection.eventMadeAt())
                .put("rooms", names(connection.rooms()))
                .put("subject", connection.subject())
                .put("role", connection.role().name())
                .put("connected_at", connection.connectedAt().toEpochMilli())
                .put("expires_at", connection.expiresAt().getEpochSecond())
                .map();
    }

    static Connection connection(String id, Map<String, AttributeValue> row) {
        return new Connection(
                id,
                Room.parse(Attributes.text(row, "home")),
                Attributes.instantIf(row, "event_made_at").orElse(null),
                Objects.requireNonNull(row.get("rooms")).l().stream()
                        .map(room -> Room.parse(room.s()))
                        .collect(Collectors.toSet()),
                Attributes.text(row, "subject"),
                Role.valueOf(Attributes.text(row, "role")),
                Instant.ofEpochMilli(Attributes.number(row, "connected_at")),
                Instant.ofEpochSecond(Attributes.number(row, "expires_at")));
    }

    static Map<String, AttributeValue> ticket(String ticket, String id, Instant until) {
        return Attributes.of("TICKET#" + ticket, "TICKET")
                .put("connection_id", id)
                .put("expires_at", until.getEpochSecond() + 1)
                .map();
    }

    static String shard(Room room, int shard) {
        return "ROOM#" + room + "#" + shard;
    }

    static Map<String, AttributeValue> enteredKey(Room room) {
        return Attributes.key("ROOM#" + room, "ENTERED");
    }

    static Map<String, AttributeValue> memberKey(Room room, String id) {
        return Attributes.key(shardOf(room, id), id);
    }

    static Map<String, AttributeValue> member(Room room, Connection connection) {
        return Attributes.of(shardOf(room, connection.id()), connection.id())
                .put("role", connection.role().name())
                .put("expires_at", connection.expiresAt().getEpochSecond())
                .map();
    }

    static boolean isGuests(Map<String, AttributeValue> member) {
        // Connections of before this was noted count as guests'; they are gone after two hours.
        return Attributes.textIf(member, "role").filter(Role.ADMIN.name()::equals).isEmpty();
    }

    static String id(Map<String, AttributeValue> member) {
        return Attributes.text(member, "sk");
    }

    /// In one order, so that equal sets are equal lists.
    static AttributeValue names(Collection<Room> rooms) {
        return AttributeValue.fromL(
                rooms.stream().map(Room::toString).sorted().map(AttributeValue::fromS).toList());
    }

    private static String shardOf(Room room, String id) {
        return shard(room, Math.floorMod(id.hashCode(), SHARDS));
    }
}
