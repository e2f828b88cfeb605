package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.aws.DynamoDbChangeLog;
import dev.kilat.aws.DynamoDbConnections;
import dev.kilat.aws.DynamoDbEvents;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.aws.SqsThumbnails;
import dev.kilat.event.EventSlug;
import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.live.Connections;
import dev.kilat.live.Delivery;
import dev.kilat.live.Room;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.photo.Change;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ThumbnailQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What goes wrong in an account and must come right by itself: pages that died without a word,
/// events that never came, purges cut short. The tests put the trouble there as the account's
/// owner.
@ExtendWith(Cloud.class)
class BackstopTest {
    private static final int MOST_TRIES = 30;
    private static final String REMOVAL = "dynamodb:DeleteItem on .*Connections";

    private final Cloud.Running kilat;
    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final Connections connections;
    private final PendingPhotos pending;
    private final SqsClient sqs;
    private final ThumbnailQueue thumbnails;

    BackstopTest(Cloud.Running kilat) {
        this.kilat = kilat;
        var owner = StaticCredentialsProvider.create(kilat.cloud().owner());
        dynamo =
                DynamoDbClient.builder()
                        .credentialsProvider(owner)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        s3 =
                S3Client.builder()
                        .credentialsProvider(owner)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        sqs =
                SqsClient.builder()
                        .credentialsProvider(owner)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        thumbnails = new SqsThumbnails(sqs, kilat.cloud().variable("THUMBNAIL_QUEUE_URL"));
        connections = new DynamoDbConnections(dynamo, kilat.cloud().variable("CONNECTIONS_TABLE"));
        pending = new DynamoDbPending(dynamo, kilat.cloud().variable("GALLERY_TABLE"));
    }

    @AfterEach
    void close() {
        dynamo.close();
        s3.close();
        sqs.close();
    }

    @Test
    void whoever_meets_a_dead_connection_removes_it() {
        until(
                "PhotoUploaded",
                REMOVAL,
                () -> {
                    String slug = kilat.event();
                    String dead = opened(slug, Duration.ofMinutes(10));
                    arrived(slug);
                    awaitGone(dead);
                });
        until(
                "AdminApi",
                REMOVAL,
                () -> {
                    String slug = kilat.event();
                    String dead = opened(slug, Duration.ofMinutes(10));
                    kilat.cloud()
                            .inSilence(() -> kilat.admin().upload(slug, Photos.jpeg(200, 150)));
                    awaitGone(dead);
                });
        until(
                "BuildThumbnails",
                REMOVAL,
                () -> {
                    String slug = kilat.event();
                    PhotoId untold = published(slug);
                    String dead = opened(slug, Duration.ofMinutes(10));
                    thumbnails.add(new EventSlug(slug), untold);
                    awaitGone(dead);
                });
        until(
                "FanOut",
                REMOVAL,
                () -> {
                    String slug = kilat.event();
                    kilat.admin().upload(slug, Photos.jpeg(200, 150));
                    String dead = opened(slug, Duration.ofMinutes(10));
                    burst(slug);
                    awaitGone(dead);
                });
        until(
                "GalleryApi",
                REMOVAL,
                () -> {
                    String slug = kilat.event();
                    String photo =
                            kilat.admin()
                                    .upload(slug, Photos.jpeg(200, 150))
                                    .path("photo_id")
                                    .asText();
                    awaitReady(slug, new PhotoId(photo));
                    String dead = opened(slug, Duration.ofMinutes(10));
                    kilat.admin().call("POST", "/api/photos/" + photo + "/like", null).expect();
                    awaitGone(dead);
                });
    }

    @Test
    void a_large_room_is_split_over_the_queue() {
        String slug = kilat.event();
        // Too young to be taken for dead by a 410.
        for (int i = 0; i <= Delivery.MOST_DIRECT; i++) {
            opened(slug, Duration.ZERO);
        }
        until("FanOut", "sqs:SendMessage ", () -> burst(slug));
    }

    @Test
    void what_no_event_told_is_found_by_the_schedule() {
        String neverUsed = kilat.event();
        PhotoId forgotten = claimed(neverUsed, Photos.jpeg(), Duration.ofDays(2)).id();
        for (String grant : List.of("dynamodb:PutItem ", REMOVAL, "sqs:SendMessage on .*FanOut")) {
            until(
                    "Reconcile",
                    grant,
                    () -> {
                        String slug = kilat.event();
                        String dead = opened(slug, Duration.ofMinutes(10));
                        List<PhotoId> silent =
                                List.of(arrivedInSilence(slug), arrivedInSilence(slug));
                        kilat.cloud().runSchedules();
                        silent.forEach(id -> awaitReady(slug, id));
                        awaitGone(dead);
                    });
        }
        await(() -> pending.ticket(forgotten).isEmpty());
    }

    @Test
    void a_purge_cut_short_is_finished_by_the_schedule() throws InterruptedException {
        String slug = kilat.event();
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        EventSlug event = new EventSlug(slug);
        var events = new DynamoDbEvents(dynamo, kilat.cloud().variable("GALLERY_TABLE"));
        assertThat(events.startPurge(event)).isTrue();
        kilat.cloud().runSchedules();
        Wire.await(events::purging, purging -> !purging.contains(event));
        for (String bucket : List.of("ORIGINALS_BUCKET", "MEDIA_BUCKET")) {
            for (String prefix : List.of("originals/", "downloads/", "media/")) {
                assertThat(
                                s3.listObjectsV2(list ->
                                                list.bucket(kilat.cloud().variable(bucket))
                                                        .prefix(prefix + slug + "/"))
                                        .contents())
                        .isEmpty();
            }
        }
    }

    @Test
    void garbage_that_nobody_completes_is_told_apart_by_its_event() throws InterruptedException {
        String slug = kilat.event();
        PhotoFile garbage = Photos.garbage(5000);
        PhotoId id = uploadWithoutComplete(slug, garbage);
        Wire.await(
                () -> pending.ticket(id).orElseThrow().state(),
                state -> state instanceof Pending.State.Failed);
    }

    /// Chance decides which function is first; each has its turn within some tries.
    private void until(String function, String grant, Runnable attempt) {
        for (int tries = 0; isUnused(function, grant); tries++) {
            assertThat(tries).as("%s has not used %s", function, grant).isLessThan(MOST_TRIES);
            attempt.run();
        }
    }

    private boolean isUnused(String function, String grant) {
        Pattern line = Pattern.compile(function + "Role.*: .*" + grant + ".*");
        return kilat.cloud().leastPrivilegeReport().lines().anyMatch(line.asMatchPredicate());
    }

    private void awaitGone(String connection) {
        await(() -> connections.find(connection).isEmpty());
    }

    private void awaitReady(String slug, PhotoId id) {
        await(() ->
                kilat.admin()
                        .call("GET", "/api/gallery/" + slug + "/photos/" + id, null)
                        .body()
                        .path("processing_status")
                        .asText()
                        .equals("THUMBNAILS_READY"));
    }

    private static void await(BooleanSupplier condition) {
        try {
            Wire.await(condition::getAsBoolean, met -> met);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A page that opened so long ago and is gone without a word.
    private String opened(String slug, Duration ago) {
        String id = "gone-" + UUID.randomUUID();
        Room room = Room.parse("event:" + slug);
        Instant now = Instant.now();
        connections.add(
                new Connection(
                        id,
                        room,
                        null,
                        Set.of(room),
                        "guest",
                        Role.GUEST,
                        now.minus(ago),
                        now.plus(Duration.ofHours(1))));
        return id;
    }

    private void burst(String slug) {
        List<Thread> photographers =
                Stream.generate(() -> Photos.jpeg(200, 150))
                        .limit(6)
                        .map(photo ->
                                Thread.ofVirtual().start(() -> kilat.admin().upload(slug, photo)))
                        .toList();
        for (Thread photographer : photographers) {
            try {
                photographer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private PhotoId uploadWithoutComplete(String slug, PhotoFile file) {
        JsonNode ticket = kilat.admin().requestTickets(slug, List.of(file)).path(0);
        kilat.admin().put(ticket, file.bytes()).expect();
        return new PhotoId(ticket.path("photo_id").asText());
    }

    /// An object whose event came too early, when nobody knew of its ticket.
    private PhotoId arrivedInSilence(String slug) {
        return kilat.cloud().inSilence(() -> arrived(slug));
    }

    /// A photo of which no page was told and that nobody has put into the queue: whoever makes its
    /// thumbnails is the first with news of it.
    private PhotoId published(String slug) {
        Pending ticket = kilat.cloud().inSilence(() -> stored(slug));
        Photo photo = ticket.published("image/jpeg", 300, 200, null);
        var log = new DynamoDbChangeLog(dynamo, kilat.cloud().variable("GALLERY_TABLE"));
        new Journal(log, Pause.real(), RandomGenerator.getDefault())
                .commit(photo.event(), List.of(new Change.Added(photo, Instant.now())));
        return ticket.id();
    }

    /// An object for its ticket, of which only S3 tells.
    private PhotoId arrived(String slug) {
        return stored(slug).id();
    }

    private Pending stored(String slug) {
        PhotoFile file = Photos.jpeg(300, 200);
        Pending ticket = claimed(slug, file, Duration.ofMinutes(2));
        s3.putObject(
                put ->
                        put.bucket(kilat.cloud().variable("ORIGINALS_BUCKET"))
                                .key(Photo.originalKey(ticket.event(), ticket.id()))
                                .contentType(file.contentType()),
                RequestBody.fromBytes(file.bytes()));
        return ticket;
    }

    private Pending claimed(String slug, PhotoFile file, Duration ago) {
        Instant asked = Instant.now().minus(ago);
        Pending ticket =
                new Pending(
                        new PhotoId(UlidCreator.getUlid(asked.toEpochMilli()).toString()),
                        new EventSlug(slug),
                        file.name(),
                        file.contentType(),
                        file.bytes().length,
                        file.sha256(),
                        null,
                        null,
                        null,
                        null,
                        "admin",
                        asked,
                        new Pending.State.Waiting());
        pending.claim(ticket);
        return ticket;
    }
}
