package dev.kilat.bench.cost;

import dev.kilat.bench.measure.Await;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts uses as AWS's price lists do.
final class Tally implements Meter {
    /// Of the files that guests see.
    static final String MEDIA = "/media";

    private static final double MEGABYTES_OF_A_PROCESSOR = 1769;
    private static final long QUIET = 1_200_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<Counts.Line, Double> counts = new ConcurrentHashMap<>();
    private final AtomicInteger queued = new AtomicInteger();
    private volatile long lastUse = System.nanoTime();

    @Override
    public void count(Use use) {
        switch (use) {
            case Use.Invocation run -> {
                String function = run.function().substring(run.function().lastIndexOf('.') + 1);
                add(Item.FUNCTION_CALLS, function, 1);
                add(Item.FUNCTION_GB_SECONDS, function, gigabyteSeconds(run));
            }
            case Use.TableRequest request ->
                    add(
                            request.reads() ? Item.TABLE_READS : Item.TABLE_WRITES,
                            request.operation(),
                            request.units());
            case Use.QueueRequest request -> {
                // Lambda's own pollers are reckoned by the hour.
                if (request.idle()) {
                    return;
                }
                add(Item.QUEUE_REQUESTS, request.operation(), pieces(request.bytes(), 64));
                switch (request.operation()) {
                    case "SendMessage" -> queued.incrementAndGet();
                    case "DeleteMessage" -> queued.decrementAndGet();
                    default -> {}
                }
            }
            case Use.ObjectRequest request -> {
                switch (request.action()) {
                    case "s3:PutObject", "s3:ListBucket" -> add(Item.S3_PUTS, request.action(), 1);
                    case "s3:GetObject" -> add(Item.S3_GETS, request.action(), 1);
                    default -> {}
                }
            }
            case Use.WebRequest request -> {
                String start = request.path().substring(0, from(request.path()));
                if (start.equals("/api")) {
                    add(Item.API_REQUESTS, start, 1);
                }
                add(Item.CDN_REQUESTS, start, 1);
                add(Item.CDN_BYTES, start, (double) request.bytes());
            }
            case Use.SocketMessage message -> {
                add(Item.SOCKET_MESSAGES, "message", pieces(message.bytes(), 32));
                add(Item.CDN_BYTES, "/live", message.bytes());
            }
            case Use.SocketTime _ -> {
                // Guests stay for the whole event, not only for the measurement.
            }
        }
        lastUse = System.nanoTime();
    }

    /// Of a Lambda that waits for nothing: its share of a processor grows with its memory.
    private static double gigabyteSeconds(Use.Invocation run) {
        double share = Math.min(1, run.memoryMb() / MEGABYTES_OF_A_PROCESSOR);
        return run.memoryMb() / 1024.0 * run.worked().toNanos() / 1e9 / share;
    }

    private static int from(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path.length() : second;
    }

    private static double pieces(int bytes, int kilobytes) {
        return Math.max(1, Math.ceilDiv(bytes, kilobytes * 1024));
    }

    private void add(Item item, String what, double count) {
        counts.merge(new Counts.Line(item, what), count, Double::sum);
    }

    Counts now() {
        return new Counts(new HashMap<>(counts));
    }

    /// What is used by some work, and by all that it sets off.
    Counts during(Work work) throws Exception {
        settle();
        Counts before = now();
        work.run();
        settle();
        return now().minus(before);
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /// Waits until all that was queued is done, and nothing was used for a while.
    void settle() throws InterruptedException {
        Await.until(
                () -> queued.get() == 0 && System.nanoTime() - lastUse >= QUIET,
                Duration.ofMillis(50),
                PATIENCE,
                "the local cloud does not come to rest");
    }
}
