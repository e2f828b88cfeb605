package dev.kilat.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Poster.Posted;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.live.memory.MemoryPublishTimes;
import dev.kilat.live.memory.MemorySenders;
import dev.kilat.live.memory.MemoryTally;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PhotoId;
import dev.kilat.telemetry.MemoryMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// One event with open pages, whose functions all run in virtual time.
final class Hall implements FanOutQueue {
    static final Duration QUEUE_DELAY = Duration.ofMillis(20);
    static final Duration VISIBILITY = Duration.ofMinutes(2);

    final VirtualTime time = new VirtualTime();
    final GrowingLog log = new GrowingLog();
    final Steps steps = new Steps();
    final MemoryConnections connections = new MemoryConnections();
    final MemoryPublishTimes times = new MemoryPublishTimes();
    final MemoryTally tally = new MemoryTally();
    final Map<String, Page> pages = new TreeMap<>();
    final List<String> toAdmins = new ArrayList<>();
    final Broadcaster broadcaster;
    final Bulletin bulletin;
    final Delivery delivery;
    Duration timeOfAFunction = Duration.ofMinutes(1);
    int announcements;
    int slices;
    boolean queueIsDown;
    private boolean committing;
    private int owners;

    Hall(int pageCount, int bytesOfAChange) {
        Courier courier =
                new Courier(
                        this::post,
                        connections,
                        new TokenBucket(4000, time, _ -> {}),
                        time,
                        _ -> {},
                        new Random(1));
        FanOutQueue queue = steps.of(FanOutQueue.class, this);
        delivery =
                new Delivery(
                        new RoomList(steps.of(Connections.class, connections), time),
                        courier,
                        queue,
                        tally);
        ChangeLog port = steps.of(ChangeLog.class, log);
        bulletin =
                new Bulletin(
                        port,
                        new PlainFrames(bytesOfAChange),
                        delivery,
                        new PublishClock(times, new MemoryMetrics(), time));
        broadcaster =
                new Broadcaster(
                        port,
                        steps.of(Senders.class, new MemorySenders()),
                        queue,
                        bulletin,
                        time,
                        this::wait,
                        () -> "owner-" + owners++);
        for (int i = 0; i < pageCount; i++) {
            open("page-" + i);
        }
    }

    Page open(String id) {
        Page page = new Page(log.length());
        pages.put(id, page);
        LiveTicket ticket = new LiveTicket("event:" + GrowingLog.EVENT, "guest-" + id, Role.GUEST);
        connections.add(Connection.opened(id, ticket, time.instant()));
        return page;
    }

    void openDashboard() {
        LiveTicket ticket = new LiveTicket("admin", "admin", Role.ADMIN);
        connections.add(Connection.opened("dashboard", ticket, time.instant()));
    }

    Page page() {
        return pages.values().iterator().next();
    }

    /// One change is committed, and announced by whoever committed it.
    void commit() {
        log.grow();
        announce();
    }

    void announce() {
        boolean outer = committing;
        committing = true;
        try {
            broadcaster.committed(GrowingLog.EVENT);
        } finally {
            committing = outer;
        }
    }

    /// A commit by a function that may die of it.
    void commitByAMortal() {
        try {
            commit();
        } catch (Steps.Death death) {
            // Only its log line would be missing.
        }
    }

    void everyPageShowsAll() {
        assertThat(pages)
                .allSatisfy((_, page) -> assertThat(page.cursor()).isEqualTo(log.length()));
    }

    void noPageHadToAsk() {
        assertThat(pages).allSatisfy((_, page) -> assertThat(page.deltas()).isZero());
    }

    void framesKeepTheirDistance() {
        for (Page page : pages.values()) {
            for (int i = 1; i < page.arrivals().size(); i++) {
                assertThat(Duration.between(page.arrivals().get(i - 1), page.arrivals().get(i)))
                        .isGreaterThanOrEqualTo(Broadcaster.WINDOW);
            }
        }
    }

    @Override
    public void announce(EventSlug event, String owner) {
        if (queueIsDown) {
            throw new IllegalStateException("the queue is down");
        }
        announcements++;
        deliver(() -> broadcaster.goOn(event, owner, timeOfAFunction), QUEUE_DELAY, 3);
    }

    @Override
    public synchronized void slice(Room room, List<String> connectionIds, byte[] frame) {
        slices++;
        deliver(() -> delivery.toConnections(connectionIds, frame), QUEUE_DELAY, 3);
    }

    @Override
    public void likes(PhotoId photo) {
        throw new UnsupportedOperationException("nobody likes here");
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        throw new UnsupportedOperationException("nobody uploads here");
    }

    private void deliver(Runnable message, Duration delay, int deliveries) {
        time.after(
                delay,
                () -> {
                    boolean outer = committing;
                    committing = false;
                    try {
                        message.run();
                    } catch (Steps.Death | RuntimeException e) {
                        if (deliveries > 1) {
                            deliver(message, VISIBILITY, deliveries - 1);
                        }
                    } finally {
                        committing = outer;
                    }
                });
    }

    private void wait(Duration pause) {
        assertThat(committing).as("a commit waits").isFalse();
        time.sleep(pause);
    }

    private Posted post(String id, byte[] frame) {
        Page page = pages.get(id);
        if (page == null) {
            synchronized (toAdmins) {
                toAdmins.add(id + " " + new String(frame, UTF_8));
            }
        } else {
            page.receive(frame, time.instant());
        }
        return new Posted.Delivered();
    }
}
