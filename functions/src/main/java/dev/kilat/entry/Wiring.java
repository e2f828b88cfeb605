package dev.kilat.entry;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.aws.CloudPurge;
import dev.kilat.aws.DynamoDbAdmins;
import dev.kilat.aws.DynamoDbChangeLog;
import dev.kilat.aws.DynamoDbComments;
import dev.kilat.aws.DynamoDbConnections;
import dev.kilat.aws.DynamoDbEvents;
import dev.kilat.aws.DynamoDbHealth;
import dev.kilat.aws.DynamoDbLikes;
import dev.kilat.aws.DynamoDbPace;
import dev.kilat.aws.DynamoDbPending;
import dev.kilat.aws.DynamoDbPublishTimes;
import dev.kilat.aws.DynamoDbRateLimit;
import dev.kilat.aws.DynamoDbSenders;
import dev.kilat.aws.DynamoDbTally;
import dev.kilat.aws.DynamoDbUploadRuns;
import dev.kilat.aws.EmfMetrics;
import dev.kilat.aws.JsonLog;
import dev.kilat.aws.S3Derivatives;
import dev.kilat.aws.S3Originals;
import dev.kilat.aws.S3Presigned;
import dev.kilat.aws.SecretAccount;
import dev.kilat.aws.SecretsManagerSecrets;
import dev.kilat.aws.SqsFanOut;
import dev.kilat.aws.SqsThumbnails;
import dev.kilat.event.Events;
import dev.kilat.event.Hosting;
import dev.kilat.event.JoinSecret;
import dev.kilat.event.Purge;
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
import dev.kilat.identity.RateLimit;
import dev.kilat.identity.Secrets;
import dev.kilat.identity.Tokens;
import dev.kilat.live.Admission;
import dev.kilat.live.Broadcaster;
import dev.kilat.live.Bulletin;
import dev.kilat.live.Connections;
import dev.kilat.live.Conversation;
import dev.kilat.live.Courier;
import dev.kilat.live.Delivery;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.FrameWriter;
import dev.kilat.live.LiveMetrics;
import dev.kilat.live.Poster;
import dev.kilat.live.PublishClock;
import dev.kilat.live.PublishTimes;
import dev.kilat.live.RoomList;
import dev.kilat.live.Tally;
import dev.kilat.live.Throttle;
import dev.kilat.live.TokenBucket;
import dev.kilat.live.UploadProgress;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.DownloadLinks;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Ingest;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Moderation;
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Reconciler;
import dev.kilat.photo.Retry;
import dev.kilat.photo.ThumbnailQueue;
import dev.kilat.social.CommentModeration;
import dev.kilat.social.Commenting;
import dev.kilat.social.Comments;
import dev.kilat.social.EventFigures;
import dev.kilat.social.LikeNews;
import dev.kilat.social.Likes;
import dev.kilat.telemetry.Metrics;
import dev.kilat.thumbnail.ImageIoRenderer;
import dev.kilat.thumbnail.Renderer;
import dev.kilat.thumbnail.ThumbnailJob;
import dev.kilat.thumbnail.TurboRenderer;
import dev.kilat.thumbnail.download.DownloadCopy;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import dev.kilat.upload.Tickets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The composition root: the only place that builds. Each part is made when first asked for, so a
/// function starts only what it uses.
public final class Wiring {
    private final Environment environment;
    private final AwsClients aws;
    private final InstantSource clock = InstantSource.system();
    private final Pause pause = Pause.real();
    private final SecureRandom random = new SecureRandom();
    private final Metrics metrics = new EmfMetrics(System.out, clock);
    private final Lazy<Secrets> secrets;
    private final Lazy<Delivery> delivery = new Lazy<>(this::newDelivery);

    public Wiring(Environment environment, AwsCredentialsProvider credentials) {
        this.environment = environment;
        this.aws = new AwsClients(credentials, environment.region());
        this.secrets = new Lazy<>(() -> new SecretsManagerSecrets(aws.secrets(), clock));
    }

    public static Wiring onLambda() {
        Environment environment = Environment.of(System.getenv());
        JsonLog.install(System.out, environment.logLevel());
        return new Wiring(environment, AwsClients.credentials(environment));
    }

    // Gallery

    ChangeLog changeLog() {
        return new DynamoDbChangeLog(aws.dynamo(), environment.galleryTable());
    }

    Events events() {
        return new DynamoDbEvents(aws.dynamo(), environment.galleryTable());
    }

    Gallery gallery() {
        return new Gallery(changeLog());
    }

    DownloadLinks downloadLinks() {
        return new DownloadLinks(gallery(), presigned(), pause);
    }

    // Photos on their way in

    Tickets tickets() {
        return new Tickets(
                pending(),
                presigned(),
                uploadProgress(),
                () -> new PhotoId(UlidCreator.getUlid().toString()),
                clock);
    }

    Ingest ingest() {
        return new Ingest(
                pending(),
                originals(),
                changeLog(),
                journal(),
                thumbnailQueue(),
                broadcaster(),
                uploadProgress(),
                metrics);
    }

    ThumbnailJob thumbnailJob() {
        return new ThumbnailJob(
                changeLog(),
                pending(),
                originals(),
                renderer(),
                new DownloadCopy(),
                new S3Derivatives(
                        aws.s3(), environment.mediaBucket(), environment.originalsBucket()),
                journal(),
                broadcaster(),
                this::token,
                metrics);
    }

    private static Renderer renderer() {
        Renderer java = new ImageIoRenderer();
        return TurboJpeg.find().<Renderer>map(it -> new TurboRenderer(it, java)).orElse(java);
    }

    /// 128 bits that nobody guesses.
    private String token() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    Moderation moderation() {
        return new Moderation(changeLog(), journal(), thumbnailQueue(), broadcaster());
    }

    Retry retry() {
        return new Retry(changeLog(), pending(), journal(), thumbnailQueue(), broadcaster());
    }

    Reconciler reconciler() {
        return new Reconciler(pending(), ingest(), events(), purge(), clock);
    }

    Purge purge() {
        return new CloudPurge(
                aws.s3(),
                environment.originalsBucket(),
                environment.mediaBucket(),
                aws.dynamo(),
                environment.galleryTable(),
                events(),
                clock);
    }

    private PendingPhotos pending() {
        return new DynamoDbPending(aws.dynamo(), environment.galleryTable());
    }

    private Journal journal() {
        return new Journal(changeLog(), pause, random);
    }

    private Originals originals() {
        return new S3Originals(aws.s3(), environment.originalsBucket());
    }

    private S3Presigned presigned() {
        return new S3Presigned(aws.presigner(), environment.originalsBucket());
    }

    private ThumbnailQueue thumbnailQueue() {
        return new SqsThumbnails(aws.sqs(), environment.thumbnailQueueUrl());
    }

    // What guests say

    private Commenting commenting() {
        return new Commenting(comments(), journal(), broadcaster(), clock);
    }

    private CommentModeration commentModeration() {
        return new CommentModeration(comments(), changeLog(), journal(), broadcaster());
    }

    private Comments comments() {
        return new DynamoDbComments(aws.dynamo(), environment.galleryTable());
    }

    // Live

    Admission admission() {
        return new Admission(tokens(), connections(), environment.publicOrigin(), clock);
    }

    Conversation conversation() {
        return new Conversation(connections(), changeLog());
    }

    Broadcaster broadcaster() {
        ChangeLog log = changeLog();
        return new Broadcaster(
                log,
                new DynamoDbSenders(aws.dynamo(), environment.connectionsTable()),
                fanOutQueue(),
                bulletin(),
                clock,
                pause,
                () -> UUID.randomUUID().toString());
    }

    Bulletin bulletin() {
        return new Bulletin(
                changeLog(),
                frames(),
                delivery(),
                new PublishClock(publishTimes(), metrics, clock));
    }

    UploadProgress uploadProgress() {
        return new UploadProgress(
                new DynamoDbUploadRuns(aws.dynamo(), environment.connectionsTable()),
                fanOutQueue(),
                changeLog(),
                bulletin(),
                clock);
    }

    LikeNews likeNews() {
        return new LikeNews(changeLog(), throttle(), fanOutQueue(), bulletin(), clock);
    }

    private Throttle throttle() {
        return new Throttle(
                new DynamoDbPace(aws.dynamo(), environment.connectionsTable()), clock, pause);
    }

    private Likes likes() {
        return new DynamoDbLikes(aws.dynamo(), environment.galleryTable(), pause, random);
    }

    /// One a function: its connections, its budget and its lists of rooms are for all that it
    /// sends.
    Delivery delivery() {
        return delivery.get();
    }

    private Delivery newDelivery() {
        Poster poster = aws.poster(environment.connectionsEndpoint(), clock);
        TokenBucket budget = new TokenBucket(environment.postsPerSecond(), clock, pause);
        Courier courier = new Courier(poster, connections(), budget, clock, pause, random);
        RoomList rooms = new RoomList(connections(), clock);
        return new Delivery(rooms, courier, fanOutQueue(), tally());
    }

    LiveMetrics liveMetrics() {
        return new LiveMetrics(events(), connections(), tally(), clock);
    }

    private EventFigures eventFigures() {
        return new EventFigures(
                gallery(), connections(), likes(), comments(), publishTimes(), clock);
    }

    private PublishTimes publishTimes() {
        return new DynamoDbPublishTimes(aws.dynamo(), environment.connectionsTable());
    }

    FrameWriter frames() {
        return new FrameJson(photoJson());
    }

    private Connections connections() {
        return new DynamoDbConnections(aws.dynamo(), environment.connectionsTable());
    }

    private Tally tally() {
        return new DynamoDbTally(aws.dynamo(), environment.connectionsTable());
    }

    private FanOutQueue fanOutQueue() {
        return new SqsFanOut(aws.sqs(), environment.fanOutQueueUrl());
    }

    // Identity

    Tokens tokens() {
        return new Tokens(
                () -> secrets.get().current(environment.signingSecretId()).value(), clock);
    }

    private AdminLogin adminLogin() {
        return new AdminLogin(
                new SecretAccount(secrets.get(), environment.adminSecretId()),
                new DynamoDbAdmins(aws.dynamo(), environment.galleryTable()),
                new Passwords(random),
                rateLimit(),
                tokens());
    }

    private RateLimit rateLimit() {
        return new DynamoDbRateLimit(aws.dynamo(), environment.galleryTable(), clock);
    }

    // HTTP

    Router galleryRoutes() {
        return GalleryRoutes.of(
                tokens(),
                metrics,
                new HealthCalls(new DynamoDbHealth(aws.dynamo(), environment.galleryTable())),
                new SessionCalls(new GuestSessions(events(), tokens(), random)),
                new GalleryCalls(events(), gallery(), downloadLinks(), photoJson()),
                likeCalls(),
                commentCalls(),
                liveCalls());
    }

    Router adminRoutes() {
        return AdminRoutes.of(
                tokens(),
                metrics,
                new LoginCalls(adminLogin()),
                new EventCalls(
                        hosting(), events(), gallery(), new EventJson(environment.publicOrigin())),
                new UploadCalls(events(), tickets()),
                new PhotoCalls(ingest(), moderation(), retry(), photoJson(), clock),
                new CommentAdminCalls(events(), commentModeration()),
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
        return new Hosting(events(), purge(), () -> JoinSecret.random(random), clock);
    }

    private LikeCalls likeCalls() {
        return new LikeCalls(new VisiblePhotos(gallery()), likes(), likeNews(), writeLimit());
    }

    private CommentCalls commentCalls() {
        return new CommentCalls(new VisiblePhotos(gallery()), commenting(), writeLimit());
    }

    private WriteLimit writeLimit() {
        return new WriteLimit(rateLimit());
    }

    private LiveCalls liveCalls() {
        return new LiveCalls(tokens(), gallery(), environment.publicOrigin());
    }

    private PhotoJson photoJson() {
        return new PhotoJson(environment.publicOrigin());
    }
}
