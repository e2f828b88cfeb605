package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.contracts.HttpContract;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Hosting;
import dev.kilat.event.JoinSecret;
import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.AdminLogin;
import dev.kilat.identity.Caller;
import dev.kilat.identity.Clock;
import dev.kilat.identity.GuestSessions;
import dev.kilat.identity.MemoryAdmins;
import dev.kilat.identity.MemoryRateLimit;
import dev.kilat.identity.Passwords;
import dev.kilat.identity.Tokens;
import dev.kilat.live.Bulletin;
import dev.kilat.live.Courier;
import dev.kilat.live.Delivery;
import dev.kilat.live.LiveMetrics;
import dev.kilat.live.Poster;
import dev.kilat.live.PublishClock;
import dev.kilat.live.RoomList;
import dev.kilat.live.Throttle;
import dev.kilat.live.TokenBucket;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.live.memory.MemoryFanOut;
import dev.kilat.live.memory.MemoryPace;
import dev.kilat.live.memory.MemoryPublishTimes;
import dev.kilat.live.memory.MemoryTally;
import dev.kilat.photo.DownloadLinks;
import dev.kilat.photo.Ears;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Journal;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.MemoryOriginals;
import dev.kilat.photo.Moderation;
import dev.kilat.photo.Retry;
import dev.kilat.photo.Samples;
import dev.kilat.social.CommentModeration;
import dev.kilat.social.Commenting;
import dev.kilat.social.EventFigures;
import dev.kilat.social.LikeNews;
import dev.kilat.social.MemoryLikes;
import dev.kilat.telemetry.MemoryMetrics;
import dev.kilat.telemetry.Metrics;
import dev.kilat.upload.SignedPut;
import dev.kilat.upload.Tickets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The whole HTTP API on ports in memory. Every answer is held against the contract.
final class Api {
    static final URI ORIGIN = URI.create("https://gallery.example");
    private static final ObjectMapper JSON = new ObjectMapper();

    final Clock clock = new Clock();
    final MemoryGalleryStore store = new MemoryGalleryStore();
    final MemoryOriginals originals = new MemoryOriginals();
    final Tokens tokens =
            new Tokens(() -> "s".repeat(64), clock, () -> UUID.randomUUID().toString());
    final Gallery gallery = new Gallery(store);
    final Journal journal = new Journal(store, _ -> {}, new Random(1));
    final Map<String, Long> counted = new HashMap<>();
    final Ears announcer = new Ears();
    final MemoryConnections connections = new MemoryConnections();
    final MemoryPublishTimes publishTimes = new MemoryPublishTimes();
    final MemoryFanOut queue = new MemoryFanOut();
    final MemoryLikes likes = new MemoryLikes(store);

    /// Frames, as posted.
    final List<String> posted = new CopyOnWriteArrayList<>();

    /// Happens in the midst of a request for tickets.
    Runnable whileSigning = () -> {};

    boolean healthy = true;
    boolean broken = false;

    private final SecureRandom random = new SecureRandom();
    private final Router guests;
    private final Router admins;

    Api() {
        var metrics =
                new Metrics() {
                    @Override
                    public void count(String name, long value) {
                        counted.merge(name, value, Long::sum);
                    }

                    @Override
                    public void milliseconds(String name, long value) {}
                };
        var photoJson = new PhotoJson(ORIGIN);
        var live = new LiveCalls(tokens, gallery, ORIGIN);
        guests =
                GalleryRoutes.of(
                        tokens,
                        metrics,
                        new HealthCalls(this::health),
                        new SessionCalls(
                                new GuestSessions(
                                        store, new MemoryRateLimit(clock), tokens, random)),
                        new GalleryCalls(
                                store,
                                gallery,
                                new DownloadLinks(
                                        gallery,
                                        photo ->
                                                URI.create(
                                                        "https://s3.example/"
                                                                + photo.downloadKey()),
                                        _ -> {}),
                                photoJson),
                        new LikeCalls(
                                new VisiblePhotos(gallery),
                                likes,
                                new LikeNews(
                                        store,
                                        new Throttle(new MemoryPace(), clock, _ -> {}),
                                        queue,
                                        new Bulletin(
                                                store,
                                                new FrameJson(photoJson),
                                                delivery(),
                                                publishClock()),
                                        clock),
                                new WriteLimit(new MemoryRateLimit(clock))),
                        new CommentCalls(
                                new VisiblePhotos(gallery),
                                new Commenting(store.comments(), journal, announcer, clock),
                                new WriteLimit(new MemoryRateLimit(clock))),
                        live);
        admins =
                AdminRoutes.of(
                        tokens,
                        metrics,
                        new LoginCalls(
                                new AdminLogin(
                                        () -> new AdminAccount("admin", "secret", "v1"),
                                        new MemoryAdmins(),
                                        new Passwords(random),
                                        new MemoryRateLimit(clock),
                                        tokens)),
                        new EventCalls(
                                new Hosting(
                                        store, this::purge, () -> JoinSecret.random(random), clock),
                                store,
                                gallery,
                                new EventJson(ORIGIN)),
                        new UploadCalls(
                                store,
                                new Tickets(
                                        store,
                                        (key, type, _, _) -> {
                                            whileSigning.run();
                                            return new SignedPut(
                                                    URI.create("https://s3.example/" + key),
                                                    Map.of("content-type", type),
                                                    clock.instant().plusSeconds(60));
                                        },
                                        announcer,
                                        Samples::photoId,
                                        clock)),
                        new PhotoCalls(
                                new Ingest(
                                        store,
                                        originals,
                                        store,
                                        journal,
                                        (_, _) -> {},
                                        announcer,
                                        announcer,
                                        new MemoryMetrics()),
                                new Moderation(store, journal, (_, _) -> {}, announcer),
                                new Retry(store, store, journal, (_, _) -> {}, announcer),
                                photoJson,
                                clock),
                        new CommentAdminCalls(
                                store,
                                new CommentModeration(store.comments(), store, journal, announcer)),
                        live,
                        new MetricsCalls(
                                new LiveMetrics(store, connections, new MemoryTally(), clock),
                                new EventFigures(
                                        gallery,
                                        connections,
                                        likes,
                                        store.comments(),
                                        publishTimes,
                                        clock)));
    }

    private PublishClock publishClock() {
        return new PublishClock(publishTimes, new MemoryMetrics(), clock);
    }

    private Delivery delivery() {
        Poster poster =
                (_, frame) -> {
                    posted.add(new String(frame, StandardCharsets.UTF_8));
                    return new Poster.Posted.Delivered();
                };
        Courier courier =
                new Courier(
                        poster,
                        connections,
                        new TokenBucket(4000, clock, _ -> {}),
                        clock,
                        _ -> {},
                        random);
        return new Delivery(new RoomList(connections, clock), courier, queue, new MemoryTally());
    }

    private boolean health() {
        if (broken) {
            throw new IllegalStateException("password=hunter2");
        }
        return healthy;
    }

    private boolean purge(EventSlug slug) {
        store.forget(slug);
        return true;
    }

    String adminToken() {
        return tokens.admin("admin").token();
    }

    String guestToken(EventSlug slug) {
        return guestToken("00ff", slug, "Ayu");
    }

    String guestToken(String id, EventSlug slug, String name) {
        Instant made = store.find(slug).map(Event::createdAt).orElse(Samples.NOON);
        return tokens.guest(new Caller.Guest(id, slug, made, name)).token();
    }

    /// @param path with the query, such as `/api/gallery/demo/photos?limit=5`
    Answer call(String method, String path, @Nullable String token, @Nullable String body) {
        Map<String, String> headers = new HashMap<>();
        if (token != null) {
            headers.put("authorization", "Bearer " + token);
        }
        if (body != null) {
            headers.put("content-type", "application/json");
        }
        return send(method, path, headers, body == null ? "" : body);
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        Paths.Match match = Paths.match(method, path);
        Request request =
                new Request(
                        match.routeKey(),
                        match.parameters(),
                        match.query(),
                        headers,
                        body,
                        "192.0.2.1",
                        "request-1");
        Router router = Paths.isAdmins(match.routeKey()) ? admins : guests;
        Response response = router.answer(request);
        assertThat(
                        HttpContract.violations(
                                method,
                                match.path(),
                                response.status(),
                                response.headers().getOrDefault("content-type", ""),
                                response.text()))
                .isEmpty();
        return new Answer(response);
    }

    record Answer(Response response) {
        int status() {
            return response.status();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.text());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        String field() {
            return json().path("field").asText();
        }

        String text(String name) {
            return json().path(name).asText();
        }
    }
}
