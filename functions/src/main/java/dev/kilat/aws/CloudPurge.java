package dev.kilat.aws;

import static java.lang.System.Logger.Level.INFO;

import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import dev.kilat.live.Farewell;
import dev.kilat.live.Room;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Empties an event's room, removes its objects then, and its rows at last: whatever rows are left
/// say what is left to do.
///
/// What was under way when the purge began may still write an object behind it: a photographer for
/// as long as a URL lives and the upload takes, a thumbnail job for its two minutes. Rows cannot
/// come back, for the log is gone first. So a purged event is noted, and looked after once more.
public final class CloudPurge implements Purge {
    private static final System.Logger LOG = System.getLogger(CloudPurge.class.getName());
    private static final Duration A_CALL = Duration.ofSeconds(10);

    /// Longer than any upload or job lasts that began before.
    static final Duration NOTHING_IS_UNDER_WAY = Duration.ofHours(2);

    /// A ticket that was asked for while the purge went on may be so much younger than its end: the
    /// functions' clocks differ.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(20);

    private final EventObjects objects;
    private final EventRows rows;
    private final LiveRows liveRows;
    private final PurgedRows purged;
    private final Farewell farewell;
    private final Events events;
    private final InstantSource clock;

    public CloudPurge(
            S3Client s3,
            Buckets buckets,
            DynamoDbClient dynamo,
            Tables tables,
            Farewell farewell,
            Events events,
            InstantSource clock) {
        this.objects = new EventObjects(s3, buckets.originals(), buckets.media(), clock);
        this.rows = new EventRows(dynamo, tables.gallery(), clock);
        this.liveRows = new LiveRows(dynamo, tables.connections(), clock);
        this.purged = new PurgedRows(dynamo, tables.gallery());
        this.farewell = farewell;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean purge(EventSlug event) {
        Instant end = clock.instant().plus(A_CALL);
        boolean done =
                farewell.empty(new Room.OfEvent(event), end)
                        && objects.delete(event, end)
                        && rows.delete(event, end)
                        && liveRows.delete(event, end);
        if (done) {
            purged.note(event, clock.instant());
            events.forget(event);
            LOG.log(INFO, "purged {0}", event);
        }
        return done;
    }

    @Override
    public void sweep() {
        Instant longAgo = clock.instant().minus(NOTHING_IS_UNDER_WAY);
        purged.before(longAgo)
                .forEach((event, at) -> {
                    objects.deleteOrphans(event, at.plus(CLOCKS_DIFFER), purged::isKnown);
                    purged.forget(event);
                });
    }

    public record Buckets(String originals, String media) {}

    public record Tables(String gallery, String connections) {}
}
