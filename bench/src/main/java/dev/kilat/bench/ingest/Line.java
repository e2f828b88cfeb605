package dev.kilat.bench.ingest;

import dev.kilat.aws.DynamoDbConnections;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.aws.DynamoDbPublishTimes;
import dev.kilat.aws.DynamoDbSenders;
import dev.kilat.aws.DynamoDbTally;
import dev.kilat.aws.DynamoDbUploadRuns;
import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.http.FrameJson;
import dev.kilat.http.PhotoJson;
import dev.kilat.live.Broadcaster;
import dev.kilat.live.Bulletin;
import dev.kilat.live.Connections;
import dev.kilat.live.Courier;
import dev.kilat.live.Delivery;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Poster;
import dev.kilat.live.PublishClock;
import dev.kilat.live.Room;
import dev.kilat.live.RoomList;
import dev.kilat.live.TokenBucket;
import dev.kilat.live.UploadProgress;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PhotoId;
import dev.kilat.telemetry.Metrics;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// One environment of `PhotoUploaded`: the ingest as it runs there, on the store that is measured.
/// Tickets, change log, sender's lease and progress are its rows. What S3 and SQS would do is
/// counted, not done.
final class Line implements FanOutQueue, Metrics {
    private final Executor behindQueues;
    private final Ingest ingest;
    private final Broadcaster broadcaster;
    private final UploadProgress progress;

    /// @param thumbnailJobs counts those asked for
    /// @param behindQueues does what is left to them
    Line(Store store, AtomicInteger thumbnailJobs, Executor behindQueues) {
        this.behindQueues = behindQueues;
        InstantSource clock = InstantSource.system();
        Pause pause = Pause.real();
        SecureRandom random = new SecureRandom();
        ChangeLog log = store.changeLog();
        Connections nobody = new DynamoDbConnections(store.client(), Store.CONNECTIONS);
        Courier courier =
                new Courier(
                        (_, _) -> new Poster.Posted.Delivered(),
                        nobody,
                        new TokenBucket(4000, clock, pause),
                        clock,
                        pause,
                        random);
        Delivery delivery =
                new Delivery(
                        new RoomList(nobody, clock),
                        courier,
                        this,
                        new DynamoDbTally(store.client(), Store.CONNECTIONS));
        Bulletin bulletin =
                new Bulletin(
                        log,
                        new FrameJson(new PhotoJson(URI.create("https://gallery.example"))),
                        delivery,
                        new PublishClock(
                                new DynamoDbPublishTimes(store.client(), Store.CONNECTIONS),
                                this,
                                clock));
        broadcaster =
                new Broadcaster(
                        log,
                        new DynamoDbSenders(store.client(), Store.CONNECTIONS),
                        this,
                        bulletin,
                        clock,
                        pause,
                        () -> UUID.randomUUID().toString());
        progress =
                new UploadProgress(
                        new DynamoDbUploadRuns(store.client(), Store.CONNECTIONS),
                        this,
                        log,
                        bulletin,
                        clock);
        ingest =
                new Ingest(
                        new DynamoDbPending(store.client(), Store.GALLERY),
                        new SmallOriginals(),
                        log,
                        new Journal(log, pause, random),
                        (_, _) -> thumbnailJobs.incrementAndGet(),
                        broadcaster,
                        progress,
                        this);
    }

    Ingest ingest() {
        return ingest;
    }

    /// As whoever gives a ticket does.
    void expected(Pending ticket) {
        progress.expected(ticket.event(), ticket.uploadedBy(), 1);
    }

    @Override
    public void announce(EventSlug event, String owner) {
        behindQueues.execute(() -> broadcaster.goOn(event, owner, Duration.ofSeconds(20)));
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        behindQueues.execute(() -> {
            Pause.real().sleep(Duration.ofSeconds(1));
            progress.due(event, uploader);
        });
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        throw new IllegalStateException("nobody is in " + room);
    }

    @Override
    public void likes(PhotoId photo) {
        throw new IllegalStateException("nobody likes " + photo);
    }

    @Override
    public void count(String name, long value) {}

    @Override
    public void milliseconds(String name, long value) {}
}
