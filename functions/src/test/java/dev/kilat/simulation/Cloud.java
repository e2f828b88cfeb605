package dev.kilat.simulation;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.entry.Reconcile;
import dev.kilat.event.EventSlug;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.MemoryRateLimit;
import dev.kilat.identity.Role;
import dev.kilat.live.Connection;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.live.memory.MemoryPace;
import dev.kilat.live.memory.MemoryPublishTimes;
import dev.kilat.live.memory.MemorySenders;
import dev.kilat.live.memory.MemoryTally;
import dev.kilat.live.memory.MemoryUploadRuns;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.Samples;
import dev.kilat.social.MemoryLikes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that a gallery runs on, in memory and in virtual time.
final class Cloud {
    static final String ORIGIN = "https://gallery.example";
    static final String SECRET = "s".repeat(64);
    static final EventSlug EVENT = Samples.WEDDING;
    static final Duration LATENCY = Duration.ofMillis(12);
    static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration SCHEDULE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    final Stage stage;
    final Chance chance;
    Weather weather;

    final MemoryGalleryStore gallery = new MemoryGalleryStore();
    final HoleyLog log = new HoleyLog(this, gallery);
    final MemoryLikes likes = new MemoryLikes(gallery);
    final MemoryConnections connections = new MemoryConnections();
    final MemorySenders senders = new MemorySenders();
    final MemoryPace pace = new MemoryPace();
    final MemoryPublishTimes publishTimes = new MemoryPublishTimes();
    final MemoryUploadRuns uploadRuns = new MemoryUploadRuns();
    final MemoryTally tally = new MemoryTally();
    final MemoryRateLimit rateLimit;
    final Bucket bucket = new Bucket(this);
    final Queues queues = new Queues(this);
    final Gateway gateway = new Gateway(this);
    final Functions functions = new Functions(this);

    /// What may never happen and did.
    final List<String> violations = new ArrayList<>();

    Cloud(Stage stage, Chance chance, Weather weather) {
        this.stage = stage;
        this.chance = chance;
        this.weather = weather;
        this.rateLimit = new MemoryRateLimit(stage);
        gallery.create(Samples.event(EVENT));
        stage.after(chance.upTo(SCHEDULE), this::reconcile);
    }

    private void reconcile() {
        stage.after(SCHEDULE, this::reconcile);
        functions.invoke(Reconcile.class, new ScheduledEvent());
    }

    /// A connection of which nobody told that it ended, and whose end is near.
    void forgottenConnection(Instant opened) {
        var ticket = new LiveTicket("event:" + EVENT, "forgotten", Role.GUEST, Samples.NOON);
        connections.add(Connection.opened("forgotten", ticket, opened));
        gateway.keepOpen("forgotten");
    }

    boolean hasExpired(String connection, Instant now) {
        // A room's list may be a second old, and whoever took it may be held up twice.
        return connections
                .find(connection)
                .map(Connection::expiresAt)
                .filter(end -> end.isBefore(now.minusSeconds(1).minus(STALL).minus(STALL)))
                .isPresent();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
