package dev.kilat.aws;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.WaitingChangesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbWaitingChangesTest extends WaitingChangesContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected ChangeLog log() {
        return new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable());
    }

    @Override
    protected PendingPhotos pending() {
        return new DynamoDbPending(dynamo.client(), dynamo.galleryTable());
    }

    @Override
    protected Events events() {
        return new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
    }
}
