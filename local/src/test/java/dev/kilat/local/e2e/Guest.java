package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.contracts.HttpContract;
import dev.kilat.contracts.Schemas;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.LiveSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// An open page, as far as the wire goes: a session, a socket, and the events that came over it.
/// Every frame is held against the contract.
final class Guest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final KilatClient client;
    private final String slug;
    private final boolean admin;
    private final LiveSocket socket;
    private final List<JsonNode> events = new ArrayList<>();

    Guest(KilatClient visitor, String slug) {
        this(visitor.session(slug, "Guest", null), slug, true);
    }

    Guest(KilatClient client, String slug, boolean join) {
        this(client, slug, false, client.live(slug));
        if (join) {
            socket.send("{\"action\":\"event:join\",\"event_slug\":\"" + slug + "\"}");
        }
    }

    private Guest(KilatClient client, String slug, boolean admin, LiveSocket socket) {
        this.client = client;
        this.slug = slug;
        this.admin = admin;
        this.socket = socket;
    }

    /// An open dashboard: it hears of all events, and here is listened to for one.
    static Guest inTheAdminRoom(KilatClient admin, String slug) {
        return new Guest(admin, slug, true, admin.liveAdmin());
    }

    LiveSocket socket() {
        return socket;
    }

    /// Waits for an event that came or comes over the socket.
    JsonNode hears(String type, String photoId) throws InterruptedException {
        return hears(event ->
                event.path("type").asText().equals(type)
                        && event.path("photo_id").asText().equals(photoId));
    }

    JsonNode hears(Predicate<JsonNode> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (JsonNode event : events) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            JsonNode frame =
                    socket.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())))
                            .orElseThrow(() -> new AssertionError("never heard; only " + events));
            take(frame);
        }
    }

    /// The next frame of a type that is no batch.
    JsonNode frame(String type) throws InterruptedException {
        while (true) {
            JsonNode frame =
                    socket.next(PATIENCE).orElseThrow(() -> new AssertionError("no frame " + type));
            take(frame);
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    List<JsonNode> heard() {
        return List.copyOf(events);
    }

    /// All that was sent so far is heard once the answer to a ping is here.
    void catchUp() throws InterruptedException {
        socket.send("{\"action\":\"ping\"}");
        frame("pong");
    }

    private void take(JsonNode frame) {
        assertThat(HttpContract.validate(Schemas.live("Frame"), frame.toString()))
                .as("%s", frame)
                .isEmpty();
        if (frame.path("type").asText().equals("batch:events")) {
            boolean mine = frame.path("event_slug").asText().equals(slug);
            assertThat(mine || admin).as("%s", frame).isTrue();
            if (mine) {
                frame.path("events").forEach(events::add);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
