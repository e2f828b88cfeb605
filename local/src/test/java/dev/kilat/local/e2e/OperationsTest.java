package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.ulid.UlidCreator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kilat.aws.DynamoDbChangeLog;
import dev.kilat.aws.DynamoDbEvents;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.aws.SqsThumbnails;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.photo.Change;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What docs/operating.md promises its reader. The tests do what an operator does, as the account's
/// owner.
@ExtendWith({Cloud.class, Chromium.class})
class OperationsTest {
    private final Cloud.Running kilat;
    private final DynamoDbClient dynamo;
    private final S3Client s3;
    private final SqsClient sqs;
    private final DynamoDbEvents events;

    OperationsTest(Cloud.Running kilat) {
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
        events = new DynamoDbEvents(dynamo, kilat.cloud().variable("GALLERY_TABLE"));
    }

    @AfterEach
    void close() {
        dynamo.close();
        s3.close();
        sqs.close();
    }

    @Test
    void a_purge_leaves_no_key_that_names_the_event_and_cuts_off_its_pages()
            throws InterruptedException {
        String slug = party();
        try (Guest guest = guest(slug)) {
            assertThat(kilat.admin().call("DELETE", "/api/admin/events/" + slug, null).status())
                    .isEqualTo(204);

            guest.socket().closed().orTimeout(30, TimeUnit.SECONDS).join();
            Wire.refused(
                    404,
                    "not-found",
                    guest.client.call("POST", "/api/gallery/" + slug + "/live", null));
        }
        awaitNoTrace(slug);
    }

    @Test
    void an_event_that_was_kept_long_enough_is_purged_by_the_schedule_and_its_pages_cut_off()
            throws InterruptedException {
        String slug = party();
        EventSlug event = new EventSlug(slug);
        Event made = events.find(event).orElseThrow();
        Instant ended = Instant.now().minus(Duration.ofDays(30)).plusSeconds(3600);
        events.update(kept(made, ended, 30));
        try (Guest guest = guest(slug)) {
            kilat.cloud().runSchedules();
            JsonNode asAdminsSeeIt = Wire.get(kilat.admin(), "/api/admin/events/" + slug);
            assertThat(asAdminsSeeIt.path("retention_days").asInt()).isEqualTo(30);

            events.update(kept(made, ended.minusSeconds(3601), 30));
            kilat.cloud().runSchedules();

            guest.socket().closed().orTimeout(30, TimeUnit.SECONDS).join();
            Wire.refused(404, "not-found", guest.client.call("GET", "/api/gallery/" + slug, null));
        }
        awaitNoTrace(slug);
    }

    @Test
    void who_was_let_into_a_purged_event_is_nobody_in_the_next_one_with_its_slug()
            throws InterruptedException {
        String slug = party();
        var guest = kilat.visitor().session(slug, "Guest", null);
        kilat.admin().call("DELETE", "/api/admin/events/" + slug, null);
        Wire.await(events::purging, purging -> !purging.contains(new EventSlug(slug)));
        kilat.admin().createEvent(slug, "Another day", "private");

        for (String path : List.of("", "/photos", "/photos?since=x.0")) {
            var answer = guest.call("GET", "/api/gallery/" + slug + path, null);
            assertThat(answer.status()).isIn(400, 401);
        }
        Wire.refused(
                401, "unauthenticated", guest.call("POST", "/api/gallery/" + slug + "/live", null));
        assertThat(guest.call("POST", "/api/gallery/" + slug + "/sessions", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void the_page_of_a_purged_event_says_so_by_itself_and_opens_the_next_one_with_its_slug(
            Browsers browsers) throws InterruptedException {
        String slug = kilat.event();
        Page page = browsers.page(Screen.PHONE);
        GuestPage.open(page, kilat, slug);

        kilat.admin().call("DELETE", "/api/admin/events/" + slug, null);

        page.getByText("This gallery isn’t here.")
                .waitFor(new Locator.WaitForOptions().setTimeout(GuestPage.PATIENCE));
        Wire.await(events::purging, purging -> !purging.contains(new EventSlug(slug)));
        kilat.admin().createEvent(slug, "Another day", "public");
        GuestPage.open(page, kilat, slug);
    }

    @Test
    void a_thumbnail_job_that_failed_comes_again_within_seconds() throws InterruptedException {
        String slug = kilat.event();
        PhotoFile file = Photos.jpeg(300, 200);
        Photo photo = publishedWithoutObject(slug, file);
        new SqsThumbnails(sqs, kilat.cloud().variable("THUMBNAIL_QUEUE_URL"))
                .add(photo.event(), photo.id());
        Wire.await(() -> isUnused("BuildThumbnails"), unused -> !unused);

        kilat.cloud()
                .inSilence(() ->
                        s3.putObject(
                                put ->
                                        put.bucket(kilat.cloud().variable("ORIGINALS_BUCKET"))
                                                .key(photo.originalKey())
                                                .contentType("image/jpeg"),
                                RequestBody.fromBytes(file.bytes())));

        Wire.awaitStatus(kilat.admin(), slug, photo.id().value(), "THUMBNAILS_READY");
    }

    @Test
    void what_cannot_be_fanned_out_is_tried_again_and_keeps_nothing_else_from_it()
            throws InterruptedException {
        sqs.sendMessage(send ->
                send.queueUrl(kilat.cloud().variable("FAN_OUT_QUEUE_URL")).messageBody("{}"));

        Wire.await(() -> isUnused("FanOut"), unused -> !unused);
    }

    /// An event with a photo, a like, a comment, and a file that never came.
    private String party() throws InterruptedException {
        String slug = kilat.event();
        String id = kilat.admin().upload(slug, Photos.jpeg()).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        kilat.admin().requestTickets(slug, List.of(Photos.jpeg(200, 150)));
        var guest = kilat.visitor().session(slug, "Guest", null);
        guest.call("POST", "/api/photos/" + id + "/like", null);
        guest.call(
                "POST",
                "/api/photos/" + id + "/comments",
                Map.of("id", UUID.randomUUID().toString(), "content", "Cheers"));
        return slug;
    }

    private Guest guest(String slug) throws InterruptedException {
        Guest guest = new Guest(kilat.visitor(), slug);
        guest.frame("joined");
        return guest;
    }

    private static Event kept(Event event, Instant ended, int days) {
        return new Event(
                event.slug(),
                event.name(),
                null,
                ended,
                Access.PUBLIC,
                null,
                event.createdAt(),
                days);
    }

    /// But that it was purged, which the sweep needs, and what ends by itself and may be written a
    /// moment later by who was at it.
    private void awaitNoTrace(String slug) throws InterruptedException {
        Pattern names = Pattern.compile(".*(#|:|/)" + slug + "([#/]|$).*");
        Wire.await(
                () ->
                        Stream.concat(keys(), objects())
                                .filter(names.asMatchPredicate())
                                .filter(key -> !key.matches("(UPLOADS|SENDER|PUBLISHED)#.*"))
                                .toList(),
                List::isEmpty);
        assertThat(kilat.admin().createEvent(slug, "Again", "public").path("photo_count").asInt())
                .isZero();
    }

    private Stream<String> keys() {
        return Stream.of("GALLERY_TABLE", "CONNECTIONS_TABLE")
                .flatMap(table ->
                        dynamo
                                .scanPaginator(
                                        scan -> scan.tableName(kilat.cloud().variable(table)))
                                .items()
                                .stream())
                .map(row -> text(row, "pk") + "#" + text(row, "sk"))
                .filter(key -> !key.startsWith("PURGED#"));
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name)).s();
    }

    private Stream<String> objects() {
        return Stream.of("ORIGINALS_BUCKET", "MEDIA_BUCKET")
                .flatMap(bucket ->
                        s3
                                .listObjectsV2Paginator(
                                        list -> list.bucket(kilat.cloud().variable(bucket)))
                                .contents()
                                .stream())
                .map(object -> object.key());
    }

    private Photo publishedWithoutObject(String slug, PhotoFile file) {
        Pending ticket =
                new Pending(
                        new PhotoId(UlidCreator.getUlid().toString()),
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
                        Instant.now(),
                        new Pending.State.Waiting());
        String table = kilat.cloud().variable("GALLERY_TABLE");
        new DynamoDbPending(dynamo, table).claim(ticket);
        return new Journal(
                        new DynamoDbChangeLog(dynamo, table),
                        Pause.real(),
                        RandomGenerator.getDefault())
                .commit(
                        ticket.event(),
                        List.of(
                                new Change.Added(
                                        ticket.published("image/jpeg", 300, 200, null),
                                        Instant.now())))
                .getFirst();
    }

    private boolean isUnused(String function) {
        Pattern line = Pattern.compile(function + "Role.*: .*sqs:ChangeMessageVisibility.*");
        return kilat.cloud().leastPrivilegeReport().lines().anyMatch(line.asMatchPredicate());
    }
}
