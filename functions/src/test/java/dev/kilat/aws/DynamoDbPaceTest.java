package dev.kilat.aws;

import dev.kilat.live.Pace;
import dev.kilat.live.PaceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbPaceTest extends PaceContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Pace pace() {
        return new DynamoDbPace(dynamo.client(), dynamo.connectionsTable());
    }

    @Override
    protected int seeds() {
        return 5;
    }
}
