package dev.kilat.aws;

import dev.kilat.live.Connections;
import dev.kilat.live.ConnectionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbConnectionsTest extends ConnectionsContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Connections connections() {
        return new DynamoDbConnections(dynamo.client(), dynamo.connectionsTable());
    }
}
