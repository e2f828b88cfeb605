package dev.kilat.aws;

import dev.kilat.live.Senders;
import dev.kilat.live.SendersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSendersTest extends SendersContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Senders senders() {
        return new DynamoDbSenders(dynamo.client(), dynamo.connectionsTable());
    }
}
