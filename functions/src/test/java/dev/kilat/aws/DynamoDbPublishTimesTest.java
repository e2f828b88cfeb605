package dev.kilat.aws;

import dev.kilat.live.PublishTimes;
import dev.kilat.live.PublishTimesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbPublishTimesTest extends PublishTimesContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected PublishTimes times() {
        return new DynamoDbPublishTimes(dynamo.client(), dynamo.connectionsTable());
    }
}
