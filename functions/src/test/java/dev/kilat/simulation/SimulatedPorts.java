package dev.kilat.simulation;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.entry.Ports;
import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.Admins;
import dev.kilat.identity.MemoryAdmins;
import dev.kilat.identity.RateLimit;
import dev.kilat.live.Connections;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Pace;
import dev.kilat.live.Poster;
import dev.kilat.live.PublishTimes;
import dev.kilat.live.Senders;
import dev.kilat.live.Tally;
import dev.kilat.live.UploadRuns;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Downloads;
import dev.kilat.photo.Faults;
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ThumbnailQueue;
import dev.kilat.social.Comments;
import dev.kilat.social.Likes;
import dev.kilat.telemetry.MemoryMetrics;
import dev.kilat.telemetry.Metrics;
import dev.kilat.thumbnail.Derivatives;
import dev.kilat.thumbnail.Renderer;
import dev.kilat.upload.Presigner;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one container of a function has to do with the world: its own clock, and calls that take
/// time, get lost, or are its last.
final class SimulatedPorts implements Ports {
    private final Cloud cloud;
    private final Duration ahead;
    private final SecureRandom random;
    private @Nullable Invocation serving;

    SimulatedPorts(Cloud cloud) {
        this.cloud = cloud;
        Duration apart = cloud.weather.clocksApart();
        this.ahead = cloud.chance.upTo(apart).minus(apart.dividedBy(2));
        this.random = cloud.chance.asRandom();
    }

    void serve(Invocation call) {
        serving = call;
    }

    /// Before and after each call of a port.
    private void step() {
        Invocation call = alive();
        Weather weather = cloud.weather;
        cloud.stage.sleep(
                cloud.chance.upTo(cloud.chance.of(weather.stalls()) ? Cloud.STALL : Cloud.LATENCY));
        call.mustLive();
        if (cloud.chance.of(weather.kills())) {
            call.kill();
            call.mustLive();
        }
        if (cloud.chance.of(weather.lostCalls())) {
            throw new IllegalStateException("the network lost it");
        }
    }

    private Invocation alive() {
        if (serving == null) {
            throw new IllegalStateException("nobody called this function");
        }
        serving.mustLive();
        return serving;
    }

    private <T> T faulty(Class<T> port, T real) {
        return ((Faults) this::step).around(port, real);
    }

    @Override
    public ChangeLog changeLog() {
        return faulty(ChangeLog.class, cloud.log);
    }

    @Override
    public Events events() {
        return faulty(Events.class, cloud.gallery);
    }

    @Override
    public PendingPhotos pending() {
        return faulty(PendingPhotos.class, cloud.gallery);
    }

    @Override
    public Comments comments() {
        return faulty(Comments.class, cloud.gallery.comments());
    }

    @Override
    public Likes likes() {
        return faulty(Likes.class, cloud.likes);
    }

    @Override
    public Admins admins() {
        return new MemoryAdmins();
    }

    @Override
    public RateLimit rateLimit() {
        return faulty(RateLimit.class, cloud.rateLimit);
    }

    @Override
    public Purge purge() {
        return _ -> true;
    }

    @Override
    public BooleanSupplier health() {
        return () -> true;
    }

    @Override
    public Originals originals() {
        return faulty(Originals.class, cloud.bucket.originals);
    }

    @Override
    public Derivatives derivatives() {
        return faulty(Derivatives.class, new Kept());
    }

    @Override
    public Presigner presigner() {
        return cloud.bucket::sign;
    }

    @Override
    public Downloads downloads() {
        return photo -> URI.create(Cloud.ORIGIN + "/" + photo.downloadKey());
    }

    @Override
    public Renderer renderer() {
        return new QuickRenderer();
    }

    @Override
    public ThumbnailQueue thumbnailQueue() {
        return faulty(ThumbnailQueue.class, cloud.queues::thumbnails);
    }

    @Override
    public FanOutQueue fanOutQueue() {
        return faulty(FanOutQueue.class, cloud.queues);
    }

    @Override
    public Connections connections() {
        return faulty(Connections.class, cloud.gateway.watched(cloud.connections));
    }

    @Override
    public Poster poster() {
        return (id, frame) -> {
            alive();
            return cloud.gateway.post(id, frame, clock().instant());
        };
    }

    @Override
    public Senders senders() {
        return faulty(Senders.class, cloud.senders);
    }

    @Override
    public Pace pace() {
        return faulty(Pace.class, cloud.pace);
    }

    @Override
    public PublishTimes publishTimes() {
        return faulty(PublishTimes.class, cloud.publishTimes);
    }

    @Override
    public UploadRuns uploadRuns() {
        return faulty(UploadRuns.class, cloud.uploadRuns);
    }

    @Override
    public Tally tally() {
        return faulty(Tally.class, cloud.tally);
    }

    @Override
    public ExecutorService threads() {
        return new InTurn();
    }

    @Override
    public Supplier<String> signingSecret() {
        return () -> Cloud.SECRET;
    }

    @Override
    public Supplier<AdminAccount> adminAccount() {
        return () -> {
            throw new UnsupportedOperationException("nobody logs in here");
        };
    }

    @Override
    public InstantSource clock() {
        return () -> cloud.stage.instant().plus(ahead);
    }

    @Override
    public Pause pause() {
        return time -> {
            cloud.stage.sleep(time);
            alive();
        };
    }

    @Override
    public SecureRandom random() {
        return random;
    }

    @Override
    public PhotoId photoId() {
        long now = clock().instant().toEpochMilli();
        return new PhotoId(new Ulid(now, cloud.chance.bytes(10)).toString());
    }

    @Override
    public Metrics metrics() {
        return new MemoryMetrics();
    }

    @Override
    public void beforeSnapshot(Runnable path) {
        // Nobody takes one.
    }

    /// Takes derivatives, which nobody looks at.
    private static final class Kept implements Derivatives {
        @Override
        public void thumbnail(String key, byte[] jpeg) {}

        @Override
        public void downloadCopy(Photo photo, MemorySegment copy) {}
    }
}
