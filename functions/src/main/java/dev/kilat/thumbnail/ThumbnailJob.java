package dev.kilat.thumbnail;

import dev.kilat.photo.Announcer;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Originals;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ProcessingStatus;
import dev.kilat.photo.Thumbnails.Rendition;
import dev.kilat.photo.bytes.BytesInput;
import dev.kilat.photo.bytes.OutsideBytes;
import dev.kilat.photo.header.ImageType;
import dev.kilat.telemetry.Metrics;
import dev.kilat.thumbnail.download.DownloadCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes all that guests see of one photo, and commits that it is there. Safe to repeat.
public final class ThumbnailJob {
    /// A photo that took the process down this often is given up; the queue behind it goes on.
    static final int MOST_ATTEMPTS = 3;

    private final ChangeLog log;
    private final PendingPhotos attempts;
    private final Originals originals;
    private final Renderer renderer;
    private final DownloadCopy downloads;
    private final Derivatives derivatives;
    private final Journal journal;
    private final Announcer announcer;
    private final Supplier<String> tokens;
    private final Metrics metrics;

    /// @param tokens makes a new unguessable part of a key
    public ThumbnailJob(
            ChangeLog log,
            PendingPhotos attempts,
            Originals originals,
            Renderer renderer,
            DownloadCopy downloads,
            Derivatives derivatives,
            Journal journal,
            Announcer announcer,
            Supplier<String> tokens,
            Metrics metrics) {
        this.log = log;
        this.attempts = attempts;
        this.originals = originals;
        this.renderer = renderer;
        this.downloads = downloads;
        this.derivatives = derivatives;
        this.journal = journal;
        this.announcer = announcer;
        this.tokens = tokens;
        this.metrics = metrics;
    }

    public void run(PhotoId id) {
        Optional<Photo> found = log.find(id);
        if (found.isEmpty()
                || found.get().deleted()
                || found.get().status() == ProcessingStatus.THUMBNAILS_READY) {
            return;
        }
        Photo photo = found.get();
        // Counted before the decode, so that a photo that kills the process counts too.
        if (attempts.attempt(id) > MOST_ATTEMPTS) {
            fail(photo, "given up after " + MOST_ATTEMPTS + " attempts");
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            make(photo, outside(() -> originals.read(photo.originalKey(), arena)));
        } catch (OutsideFailure failure) {
            // However long a store is down, that makes no photo a bad one.
            attempts.startOver(id);
            throw failure.itself;
        }
    }

    private void make(Photo photo, MemorySegment original) {
        Optional<String> unreadable = copyForDownload(photo, original);
        if (unreadable.isPresent()) {
            fail(photo, unreadable.get());
            return;
        }
        Map<Size, Rendition> stored = new EnumMap<>(Size.class);
        String folder = "media/" + photo.event() + "/" + photo.id() + "/" + tokens.get() + "/";
        switch (renderer.render(
                original,
                (size, image) -> {
                    String key = folder + size.name().toLowerCase(Locale.ROOT) + ".jpg";
                    outside(() -> {
                        derivatives.thumbnail(key, image.jpeg());
                        return key;
                    });
                    stored.put(size, new Rendition(key, image.width(), image.height()));
                })) {
            case Rendering.Rendered rendered -> {
                commit(photo.ready(all(stored), rendered.thumbHash()));
                metrics.count("ThumbnailsReady", 1);
            }
            case Rendering.Unreadable(String why) -> fail(photo, why);
        }
    }

    private Optional<String> copyForDownload(Photo photo, MemorySegment original) {
        try (Arena arena = Arena.ofConfined()) {
            var copy = new OutsideBytes(arena, original.byteSize());
            return switch (downloads.copy(type(photo), new BytesInput(original), copy)) {
                case DownloadCopy.Copying.Copied _ -> {
                    yield outside(() -> {
                        derivatives.downloadCopy(photo, copy.written());
                        return Optional.<String>empty();
                    });
                }
                case DownloadCopy.Copying.Unreadable(String why) -> Optional.of(why);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("copying in memory", e);
        }
    }

    private static <T> T outside(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            throw new OutsideFailure(failure);
        }
    }

    /// What failed is no work on the photo.
    private static final class OutsideFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RuntimeException itself;

        OutsideFailure(RuntimeException itself) {
            super(null, itself, false, false);
            this.itself = itself;
        }
    }

    private static ImageType type(Photo photo) {
        return Arrays.stream(ImageType.values())
                .filter(type -> type.contentType().equals(photo.contentType()))
                .findAny()
                .orElseThrow();
    }

    private static dev.kilat.photo.Thumbnails all(Map<Size, Rendition> stored) {
        return new dev.kilat.photo.Thumbnails(
                Objects.requireNonNull(stored.get(Size.SMALL)),
                Objects.requireNonNull(stored.get(Size.MEDIUM)),
                Objects.requireNonNull(stored.get(Size.LARGE)));
    }

    private void fail(Photo photo, String error) {
        commit(photo.failed(error));
        announcer.failed(photo.event(), photo.id(), error);
        metrics.count("ThumbnailsFailed", 1);
    }

    private void commit(Photo photo) {
        Journal.Committed committed =
                outside(() -> journal.append(photo.event(), List.of(new Change.Updated(photo))));
        committed.upTo().ifPresent(end -> announcer.committed(photo.event(), end));
        if (committed.photos().isEmpty()) {
            // Who committed it before may have died before telling the pages.
            announcer.committed(photo.event());
        }
    }
}
