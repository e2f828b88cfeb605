package dev.kilat.upload;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Arrivals;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PendingPhotos.Claim;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/// Answers for each file whether it may come, and how.
public final class Tickets {
    /// A claimed photo whose object is not here after this long was left half-way: whoever offers
    /// the same bytes again gets a new URL for it. Until then somebody may still be sending them.
    static final Duration LEFT_HALF_WAY = Duration.ofSeconds(60);

    /// And nobody counts on one that was left so long ago: given again, it is expected again.
    static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private static final int AT_ONCE = 16;

    private final PendingPhotos pending;
    private final Presigner presigner;
    private final Arrivals arrivals;
    private final Supplier<PhotoId> ids;
    private final InstantSource clock;

    public Tickets(
            PendingPhotos pending,
            Presigner presigner,
            Arrivals arrivals,
            Supplier<PhotoId> ids,
            InstantSource clock) {
        this.pending = pending;
        this.presigner = presigner;
        this.arrivals = arrivals;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return one ticket a file, in order
    public List<Ticket> issue(EventSlug event, List<Wanted> files, String uploadedBy) {
        // The same bytes twice in one request: the first is the photo, the rest are its duplicates.
        Map<String, Wanted> distinct = new LinkedHashMap<>();
        for (Wanted file : files) {
            if (UploadRules.check(file).isEmpty()) {
                distinct.putIfAbsent(file.sha256(), file);
            }
        }
        Map<String, Ticket> firsts = new HashMap<>();
        AtomicInteger anew = new AtomicInteger();
        distinct.values().stream()
                .gather(
                        Gatherers.mapConcurrent(
                                AT_ONCE,
                                file -> Map.entry(file, claim(event, file, uploadedBy, anew))))
                .forEachOrdered(made -> firsts.put(made.getKey().sha256(), made.getValue()));
        arrivals.expected(event, uploadedBy, anew.get());
        Set<String> answered = new HashSet<>();
        return files.stream().map(file -> ticket(file, firsts, answered)).toList();
    }

    /// As if they had never been asked for.
    public void takeBack(List<Ticket> issued) {
        for (Ticket ticket : issued) {
            switch (ticket) {
                case Ticket.Upload(PhotoId photo, SignedPut _) -> pending.abandon(photo);
                case Ticket.Duplicate _, Ticket.Rejected _ -> {}
            }
        }
    }

    private static Ticket ticket(Wanted file, Map<String, Ticket> firsts, Set<String> answered) {
        Optional<Ticket.Rejected> rejected = UploadRules.check(file);
        if (rejected.isPresent()) {
            return rejected.get();
        }
        Ticket ticket = Objects.requireNonNull(firsts.get(file.sha256()));
        return ticket instanceof Ticket.Upload(PhotoId photo, SignedPut _)
                        && !answered.add(file.sha256())
                ? new Ticket.Duplicate(photo)
                : ticket;
    }

    /// @param anew counts the photos that were not on their way before
    private Ticket claim(EventSlug event, Wanted file, String uploadedBy, AtomicInteger anew) {
        Pending photo =
                new Pending(
                        ids.get(),
                        event,
                        file.fileName(),
                        file.contentType(),
                        file.size(),
                        file.sha256(),
                        file.width(),
                        file.height(),
                        file.thumbhash(),
                        file.takenAt(),
                        uploadedBy,
                        clock.instant(),
                        new Pending.State.Waiting());
        return switch (pending.claim(photo)) {
            case Claim.Claimed _ -> {
                anew.incrementAndGet();
                yield upload(photo);
            }
            case Claim.Taken(PhotoId by) -> {
                Optional<Pending> half = pending.ticket(by).filter(left(LEFT_HALF_WAY));
                half.filter(left(GIVEN_UP)).ifPresent(_ -> anew.incrementAndGet());
                yield half.<Ticket>map(this::upload).orElseGet(() -> new Ticket.Duplicate(by));
            }
        };
    }

    private Predicate<Pending> left(Duration ago) {
        Instant earlier = clock.instant().minus(ago);
        return photo ->
                photo.state() instanceof Pending.State.Waiting
                        && photo.createdAt().isBefore(earlier);
    }

    private Ticket.Upload upload(Pending photo) {
        return new Ticket.Upload(
                photo.id(),
                presigner.put(
                        Photo.originalKey(photo.event(), photo.id()),
                        photo.contentType(),
                        photo.size(),
                        photo.sha256()));
    }
}
