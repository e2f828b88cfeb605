package dev.kilat.entry;

import dev.kilat.event.Events;
import dev.kilat.event.Purge;
import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.Admins;
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
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ThumbnailQueue;
import dev.kilat.social.Comments;
import dev.kilat.social.Likes;
import dev.kilat.telemetry.Metrics;
import dev.kilat.thumbnail.Derivatives;
import dev.kilat.thumbnail.Renderer;
import dev.kilat.upload.Presigner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// All that the functions need from outside: stores, queues, open pages, time and chance. Each part
/// is made when it is asked for, so a function starts only what it uses.
public interface Ports {
    // Gallery

    ChangeLog changeLog();

    Events events();

    PendingPhotos pending();

    Comments comments();

    Likes likes();

    Admins admins();

    RateLimit rateLimit();

    Purge purge();

    /// Whether the gallery's table answers.
    BooleanSupplier health();

    // Objects

    Originals originals();

    Derivatives derivatives();

    Presigner presigner();

    Downloads downloads();

    Renderer renderer();

    // Queues

    ThumbnailQueue thumbnailQueue();

    FanOutQueue fanOutQueue();

    /// When a thumbnail job that failed comes again; a queue may know that by itself.
    default Redelivery thumbnailRedelivery() {
        return (_, _) -> {};
    }

    /// The same for what is fanned out.
    default Redelivery fanOutRedelivery() {
        return (_, _) -> {};
    }

    // Live

    Connections connections();

    Poster poster();

    Senders senders();

    Pace pace();

    PublishTimes publishTimes();

    UploadRuns uploadRuns();

    Tally tally();

    /// Where the posts of one frame run side by side; closed by who asked.
    ExecutorService threads();

    // Secrets

    /// Read for each token, so that a rotated one counts.
    Supplier<String> signingSecret();

    Supplier<AdminAccount> adminAccount();

    // Time and chance

    InstantSource clock();

    Pause pause();

    SecureRandom random();

    /// Makes a new id.
    PhotoId photoId();

    Metrics metrics();

    /// Has the path walked once, should a snapshot of the function be taken before its first event.
    void beforeSnapshot(Runnable path);
}
