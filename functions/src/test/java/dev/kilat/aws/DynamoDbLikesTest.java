package dev.kilat.aws;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Faults;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.social.Likes;
import dev.kilat.social.LikesContract;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbLikesTest extends LikesContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Likes likes() {
        return likes(dynamo.client());
    }

    private Likes likes(DynamoDbClient client) {
        return new DynamoDbLikes(client, dynamo.galleryTable(), Pause.real(), new SecureRandom());
    }

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
    protected long who(Photo photo) {
        return dynamo.client()
                .query(query ->
                        query.tableName(dynamo.galleryTable())
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Attributes.text(Keys.likes(photo.id())))))
                .count();
    }

    @Test
    void an_answer_that_is_lost_costs_nothing_and_counts_nothing_twice() {
        Photo photo = added(WEDDING);
        AtomicInteger steps = new AtomicInteger();
        Faults lostAnswer =
                () -> {
                    if (steps.incrementAndGet() == 2) {
                        throw new Faults.Crash();
                    }
                };
        Likes cut = likes(lostAnswer.around(DynamoDbClient.class, dynamo.client()));

        assertThatThrownBy(() -> cut.like(photo, "ayu")).isInstanceOf(Faults.Crash.class);
        assertThat(countOf(photo)).isEqualTo(1);
        assertThat(cut.like(photo, "ayu")).hasValue(1);

        steps.set(0);
        assertThatThrownBy(() -> cut.unlike(photo, "ayu")).isInstanceOf(Faults.Crash.class);
        assertThat(cut.unlike(photo, "ayu")).hasValue(0);
        assertThat(who(photo)).isZero();
    }
}
