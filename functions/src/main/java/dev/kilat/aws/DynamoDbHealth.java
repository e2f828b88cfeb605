package dev.kilat.aws;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Whether the gallery table answers: reads a row that never is.
public final class DynamoDbHealth implements BooleanSupplier {
    private static final Logger LOG = System.getLogger(DynamoDbHealth.class.getName());

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbHealth(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean getAsBoolean() {
        try {
            dynamo.getItem(get -> get.tableName(table).key(Attributes.key("HEALTH", "HEALTH")));
            return true;
        } catch (SdkException e) {
            LOG.log(Level.ERROR, "the gallery table does not answer", e);
            return false;
        }
    }
}
