package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.social.Comments;
import dev.kilat.social.CommentsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbCommentsTest extends CommentsContract {
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
    protected void assertNothingLeftOf(String text) {
        assertThat(dynamo.client().scan(scan -> scan.tableName(dynamo.galleryTable())).items())
                .isNotEmpty()
                .noneMatch(row -> row.toString().contains(text));
    }
}
