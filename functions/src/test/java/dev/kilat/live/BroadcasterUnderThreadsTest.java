package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Poster.Posted;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.live.memory.MemoryPublishTimes;
import dev.kilat.live.memory.MemorySenders;
import dev.kilat.live.memory.MemoryTally;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PhotoId;
import dev.kilat.telemetry.MemoryMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// As many functions as it takes, on real threads, in time that runs twenty times as fast.
@Timeout(60)
class BroadcasterUnderThreadsTest {
    private static final int SPEED = 20;
    private static final int WRITERS = 8;
    private static final int COMMITS = 25;

    private final long started = System.nanoTime();
    private final InstantSource clock =
            () -> Instant.EPOCH.plusSeconds(1).plusNanos((System.nanoTime() - started) * SPEED);
    private final Pause pause = time -> Pause.real().sleep(time.dividedBy(SPEED));
    private final GrowingLog log = new GrowingLog();
    private final MemoryConnections connections = new MemoryConnections();
    private final List<Page> pages = IntStream.range(0, 5).mapToObj(_ -> new Page(0)).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void all_that_many_commit_at_once_reaches_every_page(long seed) {
        Phaser messages = new Phaser(1);
        Instant begun = clock.instant();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Broadcaster broadcaster = broadcaster(threads, messages);
            List<CompletableFuture<Void>> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(writer ->
                                    CompletableFuture.runAsync(
                                            () ->
                                                    commits(
                                                            broadcaster,
                                                            new Random(seed + 100L * writer)),
                                            threads))
                            .toList();
            writers.forEach(CompletableFuture::join);
            messages.arriveAndAwaitAdvance();
        }

        Duration lasted = Duration.between(begun, clock.instant());
        for (Page page : pages) {
            assertThat(page.cursor()).isEqualTo(WRITERS * COMMITS);
            assertThat(page.frames().size())
                    .isLessThanOrEqualTo((int) lasted.dividedBy(Broadcaster.WINDOW) + 1);
        }
    }

    private void commits(Broadcaster broadcaster, Random random) {
        for (int i = 0; i < COMMITS; i++) {
            log.grow();
            broadcaster.committed(GrowingLog.EVENT);
            pause.sleep(Duration.ofMillis(random.nextInt(400)));
        }
    }

    private Broadcaster broadcaster(ExecutorService threads, Phaser messages) {
        for (int i = 0; i < pages.size(); i++) {
            LiveTicket ticket = new LiveTicket("event:" + GrowingLog.EVENT, "g" + i, Role.GUEST);
            connections.add(Connection.opened(Integer.toString(i), ticket, clock.instant()));
        }
        Broadcaster[] self = new Broadcaster[1];
        FanOutQueue queue =
                new FanOutQueue() {
                    @Override
                    public void announce(EventSlug event, String owner) {
                        messages.register();
                        threads.execute(() -> {
                            try {
                                self[0].goOn(event, owner, Duration.ofSeconds(3));
                            } finally {
                                messages.arriveAndDeregister();
                            }
                        });
                    }

                    @Override
                    public void slice(Room room, List<String> ids, byte[] frame) {
                        throw new AssertionError("a small room is split");
                    }

                    @Override
                    public void likes(PhotoId photo) {}

                    @Override
                    public void progress(EventSlug event, String uploader) {}
                };
        Courier courier =
                new Courier(
                        this::post,
                        connections,
                        new TokenBucket(4000, clock, pause),
                        clock,
                        pause,
                        new Random(1));
        Delivery delivery =
                new Delivery(new RoomList(connections, clock), courier, queue, new MemoryTally());
        self[0] =
                new Broadcaster(
                        log,
                        new MemorySenders(),
                        queue,
                        new Bulletin(
                                log,
                                new PlainFrames(10),
                                delivery,
                                new PublishClock(
                                        new MemoryPublishTimes(), new MemoryMetrics(), clock)),
                        clock,
                        pause,
                        () -> UUID.randomUUID().toString());
        return self[0];
    }

    private Posted post(String id, byte[] frame) {
        pages.get(Integer.parseInt(id)).receive(frame, clock.instant());
        return new Posted.Delivered();
    }
}
