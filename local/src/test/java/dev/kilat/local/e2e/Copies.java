package dev.kilat.local.e2e;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.aws.DynamoDbChangeLog;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Fills an event with thousands of photos in seconds: each is committed to the change log as the
/// functions commit it, and shows the thumbnails of a photo that is on the wall already. Only its
/// original is missing.
final class Copies implements AutoCloseable {
    private static final int MOST_PUTS = 25;

    private final DynamoDbClient dynamo;
    private final String table;
    private final ChangeLog log;
    private final Journal journal;

    private Copies(Cloud.Running kilat) {
        dynamo =
                DynamoDbClient.builder()
                        .credentialsProvider(
                                StaticCredentialsProvider.create(kilat.cloud().owner()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        table = kilat.cloud().variable("GALLERY_TABLE");
        log = new DynamoDbChangeLog(dynamo, table);
        journal = new Journal(log, Pause.real(), new Random(1));
    }

    /// A new event with this many copies of the wall's photos.
    static Wall of(Wall wall, int size, Cloud.Running kilat) {
        try (Copies copies = new Copies(kilat)) {
            return copies.hang(wall, new EventSlug(kilat.event()), size);
        }
    }

    private Wall hang(Wall wall, EventSlug event, int size) {
        List<Photo> originals =
                wall.photos().stream().map(id -> log.find(new PhotoId(id)).orElseThrow()).toList();
        List<Photo> photos =
                IntStream.range(0, size)
                        .mapToObj(i -> copy(originals.get(i % originals.size()), event, i))
                        .toList();
        for (int from = 0; from < size; from += MOST_PUTS) {
            admit(photos.subList(from, Math.min(from + MOST_PUTS, size)));
        }
        for (int from = 0; from < size; from += ChangeLog.MOST_CHANGES) {
            publish(event, photos.subList(from, Math.min(from + ChangeLog.MOST_CHANGES, size)));
        }
        List<String> newestFirst = new ArrayList<>();
        photos.forEach(photo -> newestFirst.add(photo.id().value()));
        Collections.reverse(newestFirst);
        return new Wall(event.value(), List.copyOf(newestFirst));
    }

    /// The row of a ticket, without which nothing can be published.
    private void admit(List<Photo> photos) {
        List<WriteRequest> puts =
                photos.stream()
                        .map(photo ->
                                Map.of(
                                        "pk", AttributeValue.fromS("PHOTO#" + photo.id()),
                                        "sk", AttributeValue.fromS("PHOTO"),
                                        "photo_id", AttributeValue.fromS(photo.id().value()),
                                        "event_slug", AttributeValue.fromS(photo.event().value())))
                        .map(row ->
                                WriteRequest.builder()
                                        .putRequest(PutRequest.builder().item(row).build())
                                        .build())
                        .toList();
        dynamo.batchWriteItem(write -> write.requestItems(Map.of(table, puts)));
    }

    private void publish(EventSlug event, List<Photo> photos) {
        int published =
                journal.commit(
                                event,
                                photos.stream()
                                        .<Change>map(
                                                photo -> new Change.Added(photo, photo.createdAt()))
                                        .toList())
                        .size();
        if (published != photos.size()) {
            throw new AssertionError("published only " + published);
        }
    }

    private static Photo copy(Photo of, EventSlug event, int number) {
        return new Photo(
                new PhotoId(UlidCreator.getMonotonicUlid().toString()),
                event,
                0,
                0,
                "IMG_" + number + ".jpg",
                of.contentType(),
                of.size(),
                of.width(),
                of.height(),
                of.thumbhash(),
                of.takenAt(),
                of.createdAt(),
                of.status(),
                null,
                of.thumbnails(),
                0,
                0,
                of.uploadedBy(),
                of.sha256(),
                false);
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
