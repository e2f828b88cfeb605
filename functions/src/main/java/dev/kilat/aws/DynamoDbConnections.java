package dev.kilat.aws;

import dev.kilat.live.Connection;
import dev.kilat.live.Connections;
import dev.kilat.live.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Open connections in the connections table. A room's row never outlives the connection's:
/// whatever finds the one can find, and remove, the other.
public final class DynamoDbConnections implements Connections {
    private static final Set<String> RACES =
            Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbConnections(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// A call that is repeated because its answer was lost is told the same.
    @Override
    public boolean take(String ticket, String id, Instant until) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(ConnectionRows.ticket(ticket, id, until))
                            .conditionExpression("attribute_not_exists(pk) OR connection_id = :id")
                            .expressionAttributeValues(Map.of(":id", Attributes.text(id))));
            return true;
        } catch (ConditionalCheckFailedException taken) {
            return false;
        }
    }

    @Override
    public void add(Connection connection) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(ConnectionRows.row(connection)));
        for (Room room : connection.rooms()) {
            writes.add(put(ConnectionRows.member(room, connection)));
        }
        dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
        connection.rooms().forEach(this::count);
    }

    @Override
    public Optional<Connection> find(String id) {
        var row =
                dynamo.getItem(get ->
                        get.tableName(table).key(ConnectionRows.key(id)).consistentRead(true));
        return row.hasItem()
                ? Optional.of(ConnectionRows.connection(id, row.item()))
                : Optional.empty();
    }

    @Override
    public boolean move(String id, Set<Room> rooms) {
        while (true) {
            Optional<Connection> found = find(id);
            if (found.isEmpty()) {
                return false;
            }
            if (found.get().rooms().equals(rooms) || moved(found.get(), rooms)) {
                // Even if it was there: who moved it there may have died before it could count.
                rooms.forEach(this::count);
                return true;
            }
        }
    }

    /// Behind the rows, and not in one transaction with them: when a whole room connects anew, all
    /// of its transactions would be in conflict here.
    private void count(Room room) {
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(ConnectionRows.enteredKey(room))
                        .updateExpression("SET entered = if_not_exists(entered, :start) + :one")
                        .expressionAttributeValues(
                                Map.of(
                                        ":start", Attributes.number(anyStart()),
                                        ":one", Attributes.number(1))));
    }

    /// The row goes when its event is purged. A count that began anew at 1 could come to the number
    /// that somebody has listed the room by.
    private static long anyStart() {
        return UUID.randomUUID().getMostSignificantBits() >>> 12;
    }

    @Override
    public long entered(Room room) {
        var row =
                dynamo.getItem(get ->
                        get.tableName(table)
                                .key(ConnectionRows.enteredKey(room))
                                .consistentRead(true));
        return Attributes.numberIf(row.item(), ConnectionRows.ENTERED).orElse(0L);
    }

    private boolean moved(Connection from, Set<Room> rooms) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                TransactWriteItem.builder()
                        .update(update ->
                                update.tableName(table)
                                        .key(ConnectionRows.key(from.id()))
                                        .updateExpression("SET rooms = :rooms")
                                        .conditionExpression("rooms = :from")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":rooms", ConnectionRows.names(rooms),
                                                        ":from",
                                                                ConnectionRows.names(
                                                                        from.rooms()))))
                        .build());
        without(from.rooms(), rooms).forEach(room -> writes.add(delete(room, from.id())));
        without(rooms, from.rooms())
                .forEach(room -> writes.add(put(ConnectionRows.member(room, from))));
        return committed(writes);
    }

    @Override
    public void remove(String id) {
        Optional<Connection> found = find(id);
        while (found.isPresent() && !removed(found.get())) {
            found = find(id);
        }
    }

    private boolean removed(Connection connection) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                TransactWriteItem.builder()
                        .delete(delete ->
                                delete.tableName(table)
                                        .key(ConnectionRows.key(connection.id()))
                                        .conditionExpression("rooms = :rooms")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":rooms",
                                                        ConnectionRows.names(connection.rooms()))))
                        .build());
        connection.rooms().forEach(room -> writes.add(delete(room, connection.id())));
        return committed(writes);
    }

    /// @return false if the connection moved or closed meanwhile
    private boolean committed(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(it -> RACES.contains(it.code()))) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public List<String> in(Room room, Instant now) {
        return members(room, now).map(ConnectionRows::id).toList();
    }

    @Override
    public int guestsIn(Room room, Instant now) {
        return (int) members(room, now).filter(ConnectionRows::isGuests).count();
    }

    private Stream<Map<String, AttributeValue>> members(Room room, Instant now) {
        return IntStream.range(0, ConnectionRows.SHARDS)
                .boxed()
                .flatMap(shard -> members(room, shard, now));
    }

    private Stream<Map<String, AttributeValue>> members(Room room, int shard, Instant now) {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .filterExpression("expires_at > :now")
                                .projectionExpression("sk, #role")
                                .expressionAttributeNames(Map.of("#role", "role"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk",
                                                        Attributes.text(
                                                                ConnectionRows.shard(room, shard)),
                                                ":now", Attributes.number(now.getEpochSecond()))))
                .items()
                .stream();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    private TransactWriteItem delete(Room room, String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(ConnectionRows.memberKey(room, id)))
                .build();
    }

    private static Set<Room> without(Set<Room> rooms, Set<Room> others) {
        Set<Room> rest = new HashSet<>(rooms);
        rest.removeAll(others);
        return rest;
    }
}
