package dev.kilat.aws;

import dev.kilat.event.Events;
import dev.kilat.event.EventsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbEventsTest extends EventsContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Events events() {
        return new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
    }
}
