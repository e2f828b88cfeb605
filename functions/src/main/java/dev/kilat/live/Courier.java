package dev.kilat.live;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.live.Poster.Posted;
import dev.kilat.photo.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Posts one frame to many connections, many at a time and within the account's budget. Whom it
/// does not reach has the delta.
public final class Courier {
    static final int RETRIES = 3;

    /// The first retry comes within this; each later one within twice the time of the one before.
    static final Duration FIRST_RETRY = Duration.ofMillis(100);

    /// A connection answers as gone while it is still being opened.
    static final Duration YOUTH = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    private final Poster poster;
    private final Connections connections;
    private final TokenBucket budget;
    private final Width width;
    private final InstantSource clock;
    private final Pause pause;
    private final RandomGenerator random;
    private final Supplier<ExecutorService> threads;

    public Courier(
            Poster poster,
            Connections connections,
            TokenBucket budget,
            InstantSource clock,
            Pause pause,
            RandomGenerator random) {
        this(
                poster,
                connections,
                budget,
                clock,
                pause,
                random,
                Executors::newVirtualThreadPerTaskExecutor);
    }

    /// @param random for any number of threads
    /// @param threads where the posts of one frame run; closed when all are made
    public Courier(
            Poster poster,
            Connections connections,
            TokenBucket budget,
            InstantSource clock,
            Pause pause,
            RandomGenerator random,
            Supplier<ExecutorService> threads) {
        this.poster = poster;
        this.connections = connections;
        this.budget = budget;
        this.width = new Width(clock);
        this.clock = clock;
        this.pause = pause;
        this.random = random;
        this.threads = threads;
    }

    /// @return how many it reached
    public int deliver(List<String> connectionIds, byte[] frame) {
        AtomicInteger reached = new AtomicInteger();
        Semaphore places = new Semaphore(width.begin());
        try (var posts = threads.get()) {
            for (String id : connectionIds) {
                places.acquireUninterruptibly();
                posts.execute(() -> {
                    try {
                        if (deliver(id, frame)) {
                            reached.incrementAndGet();
                            if (width.grow()) {
                                places.release();
                            }
                        }
                    } catch (RuntimeException e) {
                        LOG.log(WARNING, "a frame was dropped: " + id, e);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return reached.get();
    }

    private boolean deliver(String id, byte[] frame) {
        for (int retry = 0; ; retry++) {
            budget.take();
            switch (poster.post(id, frame)) {
                case Posted.Delivered() -> {
                    return true;
                }
                case Posted.Gone() -> {
                    forget(id);
                    return false;
                }
                case Posted.Failed(String why) -> {
                    LOG.log(WARNING, "a frame was dropped: {0}: {1}", id, why);
                    return false;
                }
                case Posted.Retryable(String why) -> {
                    if (retry == RETRIES) {
                        LOG.log(DEBUG, "a frame was dropped: {0}: {1}", id, why);
                        return false;
                    }
                    pause.sleep(jitter(retry));
                }
            }
        }
    }

    private void forget(String id) {
        var oldest = clock.instant().minus(YOUTH);
        if (connections.find(id).filter(it -> it.connectedAt().isBefore(oldest)).isPresent()) {
            connections.remove(id);
        }
    }

    private Duration jitter(int retry) {
        return Duration.ofMillis(random.nextLong((FIRST_RETRY.toMillis() << retry) + 1));
    }
}
