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
import dev.kilat.aws.Epochs;
import dev.kilat.aws.S3Derivatives;
import dev.kilat.aws.S3Originals;
import dev.kilat.aws.S3Presigned;
import dev.kilat.aws.SecretAccount;
import dev.kilat.aws.SecretsManagerSecrets;
import dev.kilat.aws.SqsFanOut;
import dev.kilat.aws.SqsRedelivery;
import dev.kilat.aws.SqsThumbnails;
import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.Admins;
import dev.kilat.identity.RateLimit;
import dev.kilat.identity.Secrets;
import dev.kilat.live.Connections;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Farewell;
import dev.kilat.live.Pace;
import dev.kilat.live.Poster;
import dev.kilat.live.PublishTimes;
import dev.kilat.live.Senders;
import dev.kilat.live.Tally;
import dev.kilat.live.UploadRuns;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Downloads;
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ThumbnailQueue;
import dev.kilat.social.Comments;
import dev.kilat.social.Likes;
import dev.kilat.telemetry.Metrics;
import dev.kilat.thumbnail.Derivatives;
import dev.kilat.thumbnail.ImageIoRenderer;
import dev.kilat.thumbnail.Renderer;
import dev.kilat.thumbnail.TurboRenderer;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import dev.kilat.upload.Presigner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The ports on AWS, in the names of a function's environment.
final class AwsPorts implements Ports {
    private final Environment environment;
    private final AwsClients aws;
    private final InstantSource clock = InstantSource.system();
    private final Pause pause = Pause.real();
    private final SecureRandom random = new SecureRandom();
    private final Metrics metrics = new EmfMetrics(System.out, clock);
    private final Lazy<Secrets> secrets;

    AwsPorts(Environment environment, AwsCredentialsProvider credentials) {
        this.environment = environment;
        this.aws = new AwsClients(credentials, environment.region());
        this.secrets = new Lazy<>(() -> new SecretsManagerSecrets(aws.secrets(), clock));
    }

    // Gallery

    @Override
    public ChangeLog changeLog() {
        return new DynamoDbChangeLog(
                aws.dynamo(), environment.galleryTable(), new Epochs(environment.restored()));
    }

    @Override
    public Events events() {
        return new DynamoDbEvents(aws.dynamo(), environment.galleryTable());
    }

    @Override
    public PendingPhotos pending() {
        return new DynamoDbPending(aws.dynamo(), environment.galleryTable());
    }

    @Override
    public Comments comments() {
        return new DynamoDbComments(aws.dynamo(), environment.galleryTable());
    }

    @Override
    public Likes likes() {
        return new DynamoDbLikes(aws.dynamo(), environment.galleryTable(), pause, random);
    }

    @Override
    public Admins admins() {
        return new DynamoDbAdmins(aws.dynamo(), environment.galleryTable());
    }

    @Override
    public RateLimit rateLimit() {
        return new DynamoDbRateLimit(aws.dynamo(), environment.galleryTable(), clock);
    }

    @Override
    public Purge purge() {
        return new CloudPurge(
                aws.s3(),
                new CloudPurge.Buckets(environment.originalsBucket(), environment.mediaBucket()),
                aws.dynamo(),
                new CloudPurge.Tables(environment.galleryTable(), environment.connectionsTable()),
                new Farewell(
                        connections(), aws.poster(environment.connectionsEndpoint(), clock), clock),
                events(),
                clock);
    }

    @Override
    public BooleanSupplier health() {
        return new DynamoDbHealth(aws.dynamo(), environment.galleryTable());
    }

    // Objects

    @Override
    public Originals originals() {
        return new S3Originals(aws.s3(), environment.originalsBucket());
    }

    @Override
    public Derivatives derivatives() {
        return new S3Derivatives(
                aws.s3(), environment.mediaBucket(), environment.originalsBucket());
    }

    @Override
    public Presigner presigner() {
        return presigned();
    }

    @Override
    public Downloads downloads() {
        return presigned();
    }

    private S3Presigned presigned() {
        return new S3Presigned(aws.presigner(), environment.originalsBucket());
    }

    @Override
    public Renderer renderer() {
        Renderer java = new ImageIoRenderer();
        return TurboJpeg.find().<Renderer>map(it -> new TurboRenderer(it, java)).orElse(java);
    }

    // Queues

    @Override
    public ThumbnailQueue thumbnailQueue() {
        return new SqsThumbnails(aws.sqs(), environment.thumbnailQueueUrl());
    }

    @Override
    public FanOutQueue fanOutQueue() {
        return new SqsFanOut(aws.sqs(), environment.fanOutQueueUrl());
    }

    @Override
    public Redelivery thumbnailRedelivery() {
        return (receipt, delay) ->
                new SqsRedelivery(aws.sqs(), environment.thumbnailQueueUrl()).in(receipt, delay);
    }

    @Override
    public Redelivery fanOutRedelivery() {
        return (receipt, delay) ->
                new SqsRedelivery(aws.sqs(), environment.fanOutQueueUrl()).in(receipt, delay);
    }

    // Live

    @Override
    public Connections connections() {
        return new DynamoDbConnections(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public Poster poster() {
        return aws.poster(environment.connectionsEndpoint(), clock);
    }

    @Override
    public Senders senders() {
        return new DynamoDbSenders(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public Pace pace() {
        return new DynamoDbPace(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public PublishTimes publishTimes() {
        return new DynamoDbPublishTimes(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public UploadRuns uploadRuns() {
        return new DynamoDbUploadRuns(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public Tally tally() {
        return new DynamoDbTally(aws.dynamo(), environment.connectionsTable());
    }

    @Override
    public ExecutorService threads() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    // Secrets

    @Override
    public Supplier<String> signingSecret() {
        return () -> secrets.get().current(environment.signingSecretId()).value();
    }

    @Override
    public Supplier<AdminAccount> adminAccount() {
        return new SecretAccount(secrets.get(), environment.adminSecretId());
    }

    // Time and chance

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Pause pause() {
        return pause;
    }

    @Override
    public SecureRandom random() {
        return random;
    }

    @Override
    public PhotoId photoId() {
        return new PhotoId(UlidCreator.getUlid().toString());
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void beforeSnapshot(Runnable path) {
        Priming.by(path);
    }
}
