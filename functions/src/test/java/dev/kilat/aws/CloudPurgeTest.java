package dev.kilat.aws;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.live.Farewell;
import dev.kilat.live.Feed;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import dev.kilat.social.CommentModeration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CloudPurgeTest {
    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "deleteItem", "batchWriteItem", "transactWriteItems");

    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();
    private final MemoryS3 s3 = new MemoryS3();
    private final List<String> cutOff = new ArrayList<>();
    private Instant now = Instant.now();

    @Test
    void of_a_purged_event_no_row_and_no_object_is_left_and_of_another_every_one() {
        publish(PARTY, 1);
        var before = all();
        publish(WEDDING, 9);
        assertThat(events().startPurge(WEDDING)).isTrue();

        assertThat(purge(dynamo.client()).purge(WEDDING)).isTrue();
        passes(CloudPurge.NOTHING_IS_UNDER_WAY);
        purge(dynamo.client()).sweep();

        assertThat(all()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(cutOff).containsExactly("guest-wedding");
    }

    @Test
    void a_purge_that_dies_behind_each_single_write_ends_like_any_other() {
        publish(PARTY, 1);
        var before = all();
        publish(WEDDING, 1);
        events().startPurge(WEDDING);

        int deaths = 0;
        // Some steps begin with a deletion that they would only repeat for ever.
        while (!isPurgedBefore(1) && !isPurgedBefore(2)) {
            assertThat(++deaths).isLessThan(200);
        }
        passes(CloudPurge.NOTHING_IS_UNDER_WAY);
        purge(dynamo.client()).sweep();

        assertThat(deaths).isGreaterThan(5);
        assertThat(all()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(events().create(Samples.event(WEDDING))).isTrue();
    }

    @Test
    void what_was_under_way_when_its_event_was_purged_is_swept_and_nothing_else() {
        publish(WEDDING, 2);
        events().startPurge(WEDDING);
        purge(dynamo.client()).purge(WEDDING);
        PhotoId late = new PhotoId(Ulid.min(now.minusSeconds(60).toEpochMilli()).toString());
        s3.objects.addAll(objects(WEDDING, late));
        publish(WEDDING, 3);
        publish(PARTY, 1);
        Set<String> kept = Set.copyOf(s3.objects);

        purge(dynamo.client()).sweep();
        assertThat(s3.objects).as("an upload may still be under way").isEqualTo(kept);
        passes(CloudPurge.NOTHING_IS_UNDER_WAY);
        purge(dynamo.client()).sweep();

        assertThat(s3.objects).hasSize(4 * 3).allMatch(key -> !key.contains(late.value()));
        assertThat(kept).containsAll(s3.objects);
    }

    private boolean isPurgedBefore(int writes) {
        try {
            return purge(dyingBehind(new AtomicInteger(writes))).purge(WEDDING);
        } catch (Died death) {
            return false;
        }
    }

    /// The engine, for a function that is killed when so many writes are done.
    private DynamoDbClient dyingBehind(AtomicInteger writes) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            try {
                                Object answer = method.invoke(dynamo.client(), arguments);
                                if (WRITES.contains(method.getName())
                                        && writes.decrementAndGet() == 0) {
                                    throw new Died();
                                }
                                return answer;
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }

    /// Photos, each liked and with comments: shown, hidden and deleted. And what is live of them.
    private void publish(EventSlug event, int photos) {
        events().create(Samples.event(event));
        DynamoDbPending pending = new DynamoDbPending(dynamo.client(), dynamo.galleryTable());
        ChangeLog log = new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable());
        Journal journal = new Journal(log, Pause.real(), new Random(1));
        CommentModeration moderation =
                new CommentModeration(
                        new DynamoDbComments(dynamo.client(), dynamo.galleryTable()),
                        log,
                        journal,
                        new Ears());
        var likes =
                new DynamoDbLikes(
                        dynamo.client(), dynamo.galleryTable(), Pause.real(), new Random(1));
        for (int i = 0; i < photos; i++) {
            Pending ticket = Samples.ticket(event);
            pending.claim(ticket);
            Photo photo =
                    journal.commit(event, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
            s3.objects.addAll(objects(event, photo.id()));
            List<CommentId> ids =
                    List.of(
                            comment(journal, photo),
                            comment(journal, photo),
                            comment(journal, photo));
            moderation.hide(photo.id(), ids.get(1), true);
            moderation.delete(photo.id(), ids.get(2));
            likes.like(photo, "guest");
        }
        // One whose object never came, and one change that waits for others.
        Pending ticket = Samples.ticket(event);
        pending.claim(ticket);
        log.leave(event, Samples.added(Samples.photo(ticket)));
        log.refuse(event, log.leave(event, Samples.added(Samples.photo(ticket))));
        live(event, log);
    }

    private void live(EventSlug event, ChangeLog log) {
        String table = dynamo.connectionsTable();
        connections()
                .add(
                        Connection.opened(
                                "guest-" + event,
                                new LiveTicket("event:" + event, "guest", Role.GUEST),
                                now));
        new DynamoDbSenders(dynamo.client(), table)
                .take(
                        Feed.of(event, log.head(event).orElseThrow()),
                        "sender",
                        now,
                        now.plusSeconds(10));
        new DynamoDbUploadRuns(dynamo.client(), table).expect(event, "admin", 3, now);
        new DynamoDbPublishTimes(dynamo.client(), table)
                .add(event, List.of(Duration.ofMillis(300)), now);
    }

    private static List<String> objects(EventSlug event, PhotoId photo) {
        return List.of(
                "originals/" + Photo.originalKey(event, photo),
                "originals/downloads/" + event + "/" + photo,
                "media/media/" + event + "/" + photo + "/token/small.jpg");
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

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private DynamoDbEvents events() {
        return new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
    }

    private DynamoDbConnections connections() {
        return new DynamoDbConnections(dynamo.client(), dynamo.connectionsTable());
    }

    private CloudPurge purge(DynamoDbClient client) {
        return new CloudPurge(
                s3,
                new CloudPurge.Buckets("originals", "media"),
                client,
                new CloudPurge.Tables(dynamo.galleryTable(), dynamo.connectionsTable()),
                new Farewell(
                        new DynamoDbConnections(client, dynamo.connectionsTable()),
                        cutOff::add,
                        () -> now),
                new DynamoDbEvents(client, dynamo.galleryTable()),
                () -> now);
    }

    /// Rows of both tables, and keys of both buckets.
    private List<Object> all() {
        return Stream.of(
                        rows(dynamo.galleryTable()).stream(),
                        rows(dynamo.connectionsTable()).stream(),
                        s3.objects.stream())
                .<Object>flatMap(it -> it)
                .toList();
    }

    private List<Map<String, AttributeValue>> rows(String table) {
        return dynamo.client().scan(scan -> scan.tableName(table)).items();
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
