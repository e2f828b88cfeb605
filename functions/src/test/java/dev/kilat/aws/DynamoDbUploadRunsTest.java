package dev.kilat.aws;

import dev.kilat.live.UploadRuns;
import dev.kilat.live.UploadRunsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbUploadRunsTest extends UploadRunsContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected UploadRuns runs() {
        return new DynamoDbUploadRuns(dynamo.client(), dynamo.connectionsTable());
    }
}
