package dev.kilat.aws;

import dev.kilat.identity.Admins;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Admins on the gallery table.
public final class DynamoDbAdmins implements Admins {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbAdmins(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Stored> find(String username) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get ->
                                get.tableName(table).key(Keys.admin(username)).consistentRead(true))
                        .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Stored(
                                username,
                                Attributes.text(item, "password_hash"),
                                Attributes.text(item, "secret_version")));
    }

    @Override
    public void save(Stored admin) {
        Attributes item = new Attributes();
        Keys.admin(admin.username()).forEach(item::put);
        item.put("password_hash", admin.passwordHash());
        item.put("secret_version", admin.secretVersion());
        dynamo.putItem(put -> put.tableName(table).item(item.map()));
    }
}
