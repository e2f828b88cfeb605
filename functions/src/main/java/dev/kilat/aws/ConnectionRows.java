package dev.kilat.aws;

import static java.util.stream.Collectors.toMap;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.kilat.live.Connection;
import dev.kilat.live.Role;
import dev.kilat.live.Room;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of open connections.
///
/// | pk | sk | attributes |
/// |---|---|---|
/// | `CONNECTION#{id}` | `CONNECTION` | home, rooms, subject, role, connected_at (ms), expires_at (s) |
/// | `ROOM#{room}#{shard}` | `{id}` | expires_at (s) |
///
/// A room is spread over shards, so that a large one is no hot partition.
final class ConnectionRows {
    static final int SHARDS = 4;
    private static final String CONNECTION = "CONNECTION";

    private ConnectionRows() {}

    static Map<String, AttributeValue> row(Connection connection) {
        return with(
                key(connection.id()),
                Map.of(
                        "home", fromS(connection.home().toString()),
                        "rooms", names(connection.rooms()),
                        "subject", fromS(connection.subject()),
                        "role", fromS(connection.role().name()),
                        "connected_at",
                                fromN(Long.toString(connection.connectedAt().toEpochMilli())),
                        "expires_at", seconds(connection.expiresAt())));
    }

    static Connection connection(String id, Map<String, AttributeValue> row) {
        return new Connection(
                id,
                Room.parse(value(row, "home").s()),
                value(row, "rooms").l().stream()
                        .map(room -> Room.parse(room.s()))
                        .collect(Collectors.toSet()),
                value(row, "subject").s(),
                Role.valueOf(value(row, "role").s()),
                Instant.ofEpochMilli(Long.parseLong(value(row, "connected_at").n())),
                Instant.ofEpochSecond(Long.parseLong(value(row, "expires_at").n())));
    }

    static Map<String, AttributeValue> member(Room room, String id, Instant expiresAt) {
        return with(memberKey(room, id), Map.of("expires_at", seconds(expiresAt)));
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", fromS(CONNECTION + "#" + id), "sk", fromS(CONNECTION));
    }

    static Map<String, AttributeValue> memberKey(Room room, String id) {
        int shard = Math.floorMod(id.hashCode(), SHARDS);
        return Map.of("pk", fromS(shard(room, shard)), "sk", fromS(id));
    }

    static String shard(Room room, int shard) {
        return "ROOM#" + room + "#" + shard;
    }

    /// In one order, so that equal sets are equal lists.
    static AttributeValue names(Collection<Room> rooms) {
        return AttributeValue.fromL(
                rooms.stream().map(Room::toString).sorted().map(AttributeValue::fromS).toList());
    }

    static AttributeValue seconds(Instant instant) {
        return fromN(Long.toString(instant.getEpochSecond()));
    }

    static Map<String, AttributeValue> with(
            Map<String, AttributeValue> key, Map<String, AttributeValue> rest) {
        return Stream.of(key, rest)
                .flatMap(map -> map.entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String id(Map<String, AttributeValue> member) {
        return value(member, "sk").s();
    }

    private static AttributeValue value(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        if (value == null) {
            throw new IllegalStateException("a connection's row has no " + name);
        }
        return value;
    }
}
