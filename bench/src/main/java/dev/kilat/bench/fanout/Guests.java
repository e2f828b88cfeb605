package dev.kilat.bench.fanout;

import dev.kilat.bench.measure.Await;
import dev.kilat.local.demo.KilatClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// Open sockets of one event, and what came over them. Frames are searched, not parsed: whoever
/// listens a thousand times over must not keep the cloud from its processors.
final class Guests {
    private static final int OPENING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SILENCE = 2_000_000_000L;
    private static final int MESSAGE = 32 * 1024;

    private final int count;
    private final Map<String, Queue<Long>> heard = new ConcurrentHashMap<>();
    private final LongAdder messages = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private volatile long lastFrame = System.nanoTime();

    private Guests(int count) {
        this.count = count;
    }

    static Guests open(KilatClient visitor, URI origin, String slug, int count) throws Exception {
        Guests guests = new Guests(count);
        KilatClient guest = visitor.session(slug, "Guest", null);
        HttpClient http =
                HttpClient.newBuilder()
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        List<WebSocket> open = new ArrayList<>();
        Semaphore places = new Semaphore(OPENING);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                places.acquire();
                threads.execute(() -> {
                    try {
                        WebSocket socket = guests.open(http, guest, origin, slug);
                        synchronized (open) {
                            open.add(socket);
                        }
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (open.size() != count) {
            throw new IllegalStateException("only " + open.size() + " sockets opened");
        }
        return guests;
    }

    private WebSocket open(HttpClient http, KilatClient guest, URI origin, String slug) {
        String url =
                guest.call("POST", "/api/gallery/" + slug + "/live", null)
                        .expect()
                        .path("url")
                        .asText();
        return http.newWebSocketBuilder()
                .header("Origin", origin.toString())
                .buildAsync(URI.create(url), new FrameListener(this::frame))
                .join();
    }

    private void frame(String text, long now) {
        lastFrame = now;
        messages.add((text.length() + MESSAGE - 1) / MESSAGE);
        for (int at = text.indexOf("\"seq\":"); at >= 0; at = text.indexOf("\"seq\":", at + 6)) {
            if (text.startsWith("photo:", Math.max(0, text.lastIndexOf("\"type\":\"", at) + 8))) {
                changes.increment();
            }
        }
        String published = "\"photo:upload:complete\"";
        for (int at = text.indexOf(published); at >= 0; at = text.indexOf(published, at + 1)) {
            int id = text.indexOf("\"photo_id\":\"", at) + "\"photo_id\":\"".length();
            heard.computeIfAbsent(text.substring(id, id + 26), _ -> new ConcurrentLinkedQueue<>())
                    .add(now);
        }
    }

    /// Waits until every guest has heard of the photo.
    ///
    /// @return when each did
    List<Long> heard(String photo) throws InterruptedException {
        Queue<Long> moments = heard.computeIfAbsent(photo, _ -> new ConcurrentLinkedQueue<>());
        await(() -> moments.size() >= count);
        return List.copyOf(moments);
    }

    /// When guests heard of the photo, as far as they did.
    List<Long> heardSoFar(String photo) {
        return List.copyOf(heard.getOrDefault(photo, new ConcurrentLinkedQueue<>()));
    }

    /// Waits until the thumbnails have been told of too, and the window is open again.
    void awaitSilence() throws InterruptedException {
        await(() -> System.nanoTime() - lastFrame > SILENCE);
    }

    Traffic traffic() {
        return new Traffic(messages.sum(), changes.sum());
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        Await.until(done, Duration.ofMillis(5), PATIENCE, "not all guests heard of it");
    }

    /// @param messages as they are billed, 32 KB each
    record Traffic(long messages, long changes) {}
}
