package dev.kilat.aws;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.social.CommentSequenceContract;
import dev.kilat.social.Comments;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbCommentSequenceTest extends CommentSequenceContract {
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

    @Override
    protected Comments comments() {
        return new DynamoDbComments(dynamo.client(), dynamo.galleryTable());
    }

    @Override
    protected int seeds() {
        return 4;
    }
}
