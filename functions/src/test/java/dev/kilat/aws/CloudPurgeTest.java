package dev.kilat.aws;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import dev.kilat.social.CommentModeration;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

class CloudPurgeTest {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Test
    void of_a_purged_event_no_row_is_left_and_of_another_every_row() {
        publish(PARTY, 1);
        var before = rows();
        publish(WEDDING, 9);
        DynamoDbEvents events = new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
        assertThat(events.startPurge(WEDDING)).isTrue();

        assertThat(purge(events).purge(WEDDING)).isTrue();

        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    /// Photos, each with comments: shown, hidden and deleted.
    private void publish(EventSlug event, int photos) {
        new DynamoDbEvents(dynamo.client(), dynamo.galleryTable()).create(Samples.event(event));
        DynamoDbPending pending = new DynamoDbPending(dynamo.client(), dynamo.galleryTable());
        ChangeLog log = new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable());
        Journal journal = new Journal(log, Pause.real(), new Random(1));
        CommentModeration moderation =
                new CommentModeration(
                        new DynamoDbComments(dynamo.client(), dynamo.galleryTable()),
                        log,
                        journal,
                        new Ears());
        for (int i = 0; i < photos; i++) {
            Pending ticket = Samples.ticket(event);
            pending.claim(ticket);
            Photo photo =
                    journal.commit(event, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
            List<CommentId> ids =
                    List.of(
                            comment(journal, photo),
                            comment(journal, photo),
                            comment(journal, photo));
            moderation.hide(photo.id(), ids.get(1), true);
            moderation.delete(photo.id(), ids.get(2));
        }
    }

    private static CommentId comment(Journal journal, Photo photo) {
        CommentId id = new CommentId(UUID.randomUUID().toString());
        journal.commit(
                photo.event(),
                List.of(
                        new Change.Commented(
                                photo,
                                new Comment(
                                        id,
                                        photo.id(),
                                        0,
                                        "Ayu",
                                        "Cheers",
                                        Samples.NOON,
                                        "guest",
                                        false))));
        return id;
    }

    private CloudPurge purge(DynamoDbEvents events) {
        return new CloudPurge(
                emptyBuckets(),
                "originals",
                "media",
                dynamo.client(),
                dynamo.galleryTable(),
                events,
                InstantSource.system());
    }

    private static S3Client emptyBuckets() {
        return (S3Client)
                Proxy.newProxyInstance(
                        S3Client.class.getClassLoader(),
                        new Class<?>[] {S3Client.class},
                        (_, method, _) -> {
                            assertThat(method.getName()).isEqualTo("listObjectsV2");
                            return ListObjectsV2Response.builder().build();
                        });
    }

    private List<Map<String, AttributeValue>> rows() {
        return dynamo.client().scan(scan -> scan.tableName(dynamo.galleryTable())).items();
    }
}
