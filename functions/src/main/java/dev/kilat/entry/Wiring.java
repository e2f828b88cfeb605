package dev.kilat.entry;

import dev.kilat.aws.JsonLog;
import dev.kilat.event.Hosting;
import dev.kilat.event.JoinSecret;
import dev.kilat.http.AdminRoutes;
import dev.kilat.http.CommentAdminCalls;
import dev.kilat.http.CommentCalls;
import dev.kilat.http.EventCalls;
import dev.kilat.http.EventJson;
import dev.kilat.http.FrameJson;
import dev.kilat.http.GalleryCalls;
import dev.kilat.http.GalleryRoutes;
import dev.kilat.http.HealthCalls;
import dev.kilat.http.LikeCalls;
import dev.kilat.http.LiveCalls;
import dev.kilat.http.LoginCalls;
import dev.kilat.http.MetricsCalls;
import dev.kilat.http.PhotoCalls;
import dev.kilat.http.PhotoJson;
import dev.kilat.http.Request;
import dev.kilat.http.Router;
import dev.kilat.http.SessionCalls;
import dev.kilat.http.UploadCalls;
import dev.kilat.http.VisiblePhotos;
import dev.kilat.http.WriteLimit;
import dev.kilat.identity.AdminLogin;
import dev.kilat.identity.GuestSessions;
import dev.kilat.identity.Passwords;
import dev.kilat.identity.Tokens;
import dev.kilat.live.Admission;
import dev.kilat.live.Broadcaster;
import dev.kilat.live.Bulletin;
import dev.kilat.live.Conversation;
import dev.kilat.live.Courier;
import dev.kilat.live.Delivery;
import dev.kilat.live.FrameWriter;
import dev.kilat.live.LiveMetrics;
import dev.kilat.live.PublishClock;
import dev.kilat.live.RoomList;
import dev.kilat.live.Throttle;
import dev.kilat.live.TokenBucket;
import dev.kilat.live.UploadProgress;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.DownloadLinks;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Moderation;
import dev.kilat.photo.Reconciler;
import dev.kilat.photo.Retry;
import dev.kilat.social.CommentModeration;
import dev.kilat.social.Commenting;
import dev.kilat.social.EventFigures;
import dev.kilat.social.LikeNews;
import dev.kilat.thumbnail.ThumbnailJob;
import dev.kilat.thumbnail.download.DownloadCopy;
import dev.kilat.upload.Tickets;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The composition root: builds all that is ours on its ports. Each part is made when first asked
/// for, so a function starts only what it uses.
public final class Wiring {
    private final Ports ports;
    private final Environment environment;
    private final Lazy<Delivery> delivery = new Lazy<>(this::newDelivery);

    public Wiring(Ports ports, Environment environment) {
        this.ports = ports;
        this.environment = environment;
    }

    /// @param credentials of the function's role
    public Wiring(Environment environment, AwsCredentialsProvider credentials) {
        this(new AwsPorts(environment, credentials), environment);
    }

    public static Wiring onLambda() {
        Environment environment = Environment.of(System.getenv());
        JsonLog.install(System.out, environment.logLevel());
        return new Wiring(environment, AwsClients.credentials(environment));
    }

    void beforeSnapshot(Runnable path) {
        ports.beforeSnapshot(path);
    }

    // Gallery

    Gallery gallery() {
        return new Gallery(ports.changeLog());
    }

    DownloadLinks downloadLinks() {
        return new DownloadLinks(gallery(), ports.downloads(), ports.pause());
    }

    // Photos on their way in

    Tickets tickets() {
        return new Tickets(
                ports.pending(),
                ports.presigner(),
                uploadProgress(),
                ports::photoId,
                ports.clock());
    }

    Ingest ingest() {
        return new Ingest(
                ports.pending(),
                ports.originals(),
                ports.changeLog(),
                journal(),
                ports.thumbnailQueue(),
                broadcaster(),
                uploadProgress(),
                ports.metrics());
    }

    ThumbnailJob thumbnailJob() {
        return new ThumbnailJob(
                ports.changeLog(),
                ports.pending(),
                ports.originals(),
                ports.renderer(),
                new DownloadCopy(),
                ports.derivatives(),
                journal(),
                broadcaster(),
                this::token,
                ports.metrics());
    }

    /// 128 bits that nobody guesses.
    private String token() {
        byte[] bits = new byte[16];
        ports.random().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    Moderation moderation() {
        return new Moderation(ports.changeLog(), journal(), ports.thumbnailQueue(), broadcaster());
    }

    Retry retry() {
        return new Retry(
                ports.changeLog(),
                ports.pending(),
                journal(),
                ports.thumbnailQueue(),
                broadcaster());
    }

    Reconciler reconciler() {
        return new Reconciler(
                ports.pending(), ingest(), ports.events(), ports.purge(), ports.clock());
    }

    Redelivery thumbnailRedelivery() {
        return ports.thumbnailRedelivery();
    }

    Redelivery fanOutRedelivery() {
        return ports.fanOutRedelivery();
    }

    private Journal journal() {
        return new Journal(ports.changeLog(), ports.pause(), ports.random());
    }

    // What guests say

    private Commenting commenting() {
        return new Commenting(ports.comments(), journal(), broadcaster(), ports.clock());
    }

    private CommentModeration commentModeration() {
        return new CommentModeration(ports.comments(), ports.changeLog(), journal(), broadcaster());
    }

    // Live

    Admission admission() {
        return new Admission(
                tokens(),
                ports.connections(),
                ports.changeLog(),
                environment.publicOrigin(),
                ports.clock());
    }

    Conversation conversation() {
        return new Conversation(ports.connections(), ports.changeLog());
    }

    Broadcaster broadcaster() {
        ChangeLog log = ports.changeLog();
        return new Broadcaster(
                log,
                ports.senders(),
                ports.fanOutQueue(),
                bulletin(),
                ports.clock(),
                ports.pause(),
                this::token);
    }

    Bulletin bulletin() {
        return new Bulletin(
                ports.changeLog(),
                frames(),
                delivery(),
                new PublishClock(ports.publishTimes(), ports.metrics(), ports.clock()));
    }

    UploadProgress uploadProgress() {
        return new UploadProgress(
                ports.uploadRuns(),
                ports.fanOutQueue(),
                ports.changeLog(),
                bulletin(),
                ports.clock());
    }

    LikeNews likeNews() {
        return new LikeNews(
                ports.changeLog(),
                new Throttle(ports.pace(), ports.clock(), ports.pause()),
                ports.fanOutQueue(),
                bulletin(),
                ports.clock());
    }

    /// One a function: its connections, its budget and its lists of rooms are for all that it
    /// sends.
    Delivery delivery() {
        return delivery.get();
    }

    private Delivery newDelivery() {
        TokenBucket budget =
                new TokenBucket(environment.postsPerSecond(), ports.clock(), ports.pause());
        Courier courier =
                new Courier(
                        ports.poster(),
                        ports.connections(),
                        budget,
                        ports.clock(),
                        ports.pause(),
                        ports.random(),
                        ports::threads);
        RoomList rooms = new RoomList(ports.connections(), ports.clock());
        return new Delivery(rooms, courier, ports.fanOutQueue(), ports.tally());
    }

    LiveMetrics liveMetrics() {
        return new LiveMetrics(ports.events(), ports.connections(), ports.tally(), ports.clock());
    }

    private EventFigures eventFigures() {
        return new EventFigures(
                gallery(),
                ports.connections(),
                ports.likes(),
                ports.comments(),
                ports.publishTimes(),
                ports.clock());
    }

    FrameWriter frames() {
        return new FrameJson(photoJson());
    }

    // Identity

    Tokens tokens() {
        return new Tokens(ports.signingSecret(), ports.clock(), this::token);
    }

    private AdminLogin adminLogin() {
        return new AdminLogin(
                ports.adminAccount(),
                ports.admins(),
                new Passwords(ports.random()),
                ports.rateLimit(),
                tokens());
    }

    // HTTP

    Router galleryRoutes() {
        return GalleryRoutes.of(
                tokens(),
                ports.metrics(),
                new HealthCalls(ports.health()),
                new SessionCalls(
                        new GuestSessions(
                                ports.events(), ports.rateLimit(), tokens(), ports.random())),
                new GalleryCalls(ports.events(), gallery(), downloadLinks(), photoJson()),
                likeCalls(),
                commentCalls(),
                liveCalls());
    }

    Router adminRoutes() {
        return AdminRoutes.of(
                tokens(),
                ports.metrics(),
                new LoginCalls(adminLogin()),
                new EventCalls(
                        hosting(),
                        ports.events(),
                        gallery(),
                        new EventJson(environment.publicOrigin())),
                new UploadCalls(ports.events(), tickets()),
                new PhotoCalls(ingest(), moderation(), retry(), photoJson(), ports.clock()),
                new CommentAdminCalls(ports.events(), commentModeration()),
                liveCalls(),
                new MetricsCalls(liveMetrics(), eventFigures()));
    }

    /// What primes the guests' API: a call that reads the table.
    Request healthCheck() {
        return Request.of("GET /api/health", Map.of());
    }

    /// What primes the admins' API: a call that reads the signing secret and the table.
    Request eventList() {
        String token = tokens().admin("priming").token();
        return Request.of("GET /api/admin/events", Map.of("authorization", "Bearer " + token));
    }

    private Hosting hosting() {
        return new Hosting(
                ports.events(),
                ports.purge(),
                () -> JoinSecret.random(ports.random()),
                ports.clock());
    }

    private LikeCalls likeCalls() {
        return new LikeCalls(new VisiblePhotos(gallery()), ports.likes(), likeNews(), writeLimit());
    }

    private CommentCalls commentCalls() {
        return new CommentCalls(new VisiblePhotos(gallery()), commenting(), writeLimit());
    }

    private WriteLimit writeLimit() {
        return new WriteLimit(ports.rateLimit());
    }

    private LiveCalls liveCalls() {
        return new LiveCalls(tokens(), gallery(), environment.publicOrigin());
    }

    private PhotoJson photoJson() {
        return new PhotoJson(environment.publicOrigin());
    }
}
