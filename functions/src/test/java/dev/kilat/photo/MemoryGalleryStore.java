package dev.kilat.photo;

import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.social.Comments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// The gallery's ports in memory: the same promises as the gallery table, one lock for all.
public final class MemoryGalleryStore implements ChangeLog, PendingPhotos, Events {
    private final Map<EventSlug, Event> events = new HashMap<>();
    private final Set<EventSlug> purging = new HashSet<>();
    private final Map<EventSlug, Head> heads = new HashMap<>();
    private final Map<EventSlug, List<Change.Logged>> changes = new HashMap<>();
    private final Map<EventSlug, NavigableMap<Long, Photo>> photos = new HashMap<>();
    private final Map<PhotoId, Pending> tickets =
            new TreeMap<>(Comparator.comparing(PhotoId::value));
    private final Map<String, PhotoId> hashes = new HashMap<>();
    private final Map<PhotoId, Integer> attempts = new HashMap<>();
    private final Map<PhotoId, Instant> unfinished =
            new TreeMap<>(Comparator.comparing(PhotoId::value));
    private final MemoryComments comments = new MemoryComments(this);
    private final MemoryWaiting waiting = new MemoryWaiting();

    public Comments comments() {
        return comments;
    }

    @Override
    public synchronized boolean create(Event event) {
        if (events.containsKey(event.slug())) {
            return false;
        }
        events.put(event.slug(), event);
        heads.put(event.slug(), new Head(UUID.randomUUID().toString(), 0, 0, event.createdAt()));
        changes.put(event.slug(), new ArrayList<>());
        photos.put(event.slug(), new TreeMap<>());
        return true;
    }

    @Override
    public synchronized Optional<Event> find(EventSlug slug) {
        return Optional.ofNullable(events.get(slug)).filter(event -> !purging.contains(slug));
    }

    @Override
    public synchronized List<Event> all() {
        return events.values().stream()
                .filter(event -> !purging.contains(event.slug()))
                .sorted(Comparator.comparing(Event::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized boolean update(Event event) {
        return find(event.slug()).isPresent() && events.put(event.slug(), event) != null;
    }

    @Override
    public synchronized boolean startPurge(EventSlug slug) {
        if (find(slug).isEmpty()) {
            return false;
        }
        heads.remove(slug);
        return purging.add(slug);
    }

    @Override
    public synchronized boolean startPurge(Event outstayed) {
        return find(outstayed.slug()).filter(outstayed::equals).isPresent()
                && startPurge(outstayed.slug());
    }

    @Override
    public synchronized List<EventSlug> purging() {
        return List.copyOf(purging);
    }

    @Override
    public synchronized void forget(EventSlug slug) {
        purging.remove(slug);
        events.remove(slug);
        comments.forget(slug);
        waiting.forget(slug);
    }

    @Override
    public synchronized Optional<Head> head(EventSlug event) {
        return Optional.ofNullable(heads.get(event));
    }

    @Override
    public synchronized Appended append(
            EventSlug event, Head expected, List<Change> wanted, List<String> names) {
        Head head = heads.get(event);
        if (head == null
                || head.seq() != expected.seq()
                || !head.epoch().equals(expected.epoch())) {
            return new Appended.LostRace();
        }
        Set<Integer> refused = new TreeSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!allowed(wanted.get(i))
                    || (!names.isEmpty() && !waiting.undecided(event, names.get(i)))) {
                refused.add(i);
            }
        }
        if (!refused.isEmpty()) {
            return new Appended.Refused(refused);
        }
        Head now = head;
        for (Change change : wanted) {
            now =
                    new Head(
                            now.epoch(),
                            now.seq() + 1,
                            now.photoCount() + apply(change),
                            now.madeAt());
            changesOf(event).add(new Change.Logged(now.seq(), change));
        }
        for (int i = 0; i < names.size(); i++) {
            waiting.commit(event, names.get(i), expected.seq() + 1 + i);
        }
        heads.put(event, now);
        return new Appended.Done(now);
    }

    @Override
    public synchronized String leave(EventSlug event, Change change) {
        return waiting.leave(event, change);
    }

    @Override
    public synchronized List<Left> waiting(EventSlug event, int limit) {
        return waiting.some(event, limit);
    }

    @Override
    public synchronized Fate fate(EventSlug event, String name) {
        return waiting.fate(event, name);
    }

    @Override
    public synchronized void refuse(EventSlug event, String name) {
        waiting.refuse(event, name);
    }

    private boolean allowed(Change change) {
        Photo photo = change.photo();
        Optional<Photo> now = find(photo.id());
        return switch (change) {
            case Change.Added _ -> {
                Pending ticket = tickets.get(photo.id());
                yield ticket != null && ticket.state() instanceof Pending.State.Waiting;
            }
            case Change.Updated _ ->
                    now.filter(was ->
                                    !was.deleted()
                                            && was.status() != ProcessingStatus.THUMBNAILS_READY
                                            && was.status() != photo.status())
                            .isPresent();
            case Change.Deleted _ -> now.filter(was -> !was.deleted()).isPresent();
            case Change.Restored _ -> now.filter(Photo::deleted).isPresent();
            case Change.Commented commented ->
                    now.filter(was -> !was.deleted()).isPresent() && comments.allows(commented);
            case Change.Moderated moderated -> now.isPresent() && comments.allows(moderated);
        };
    }

    private int apply(Change change) {
        Photo photo = change.photo();
        String hash = photo.event() + "/" + photo.sha256();
        photosOf(photo.event()).put(photo.seq(), state(change));
        return switch (change) {
            case Change.Added _ -> {
                state(photo.id(), new Pending.State.Published());
                yield 1;
            }
            case Change.Updated _ -> {
                unfinished.remove(photo.id());
                if (photo.status() == ProcessingStatus.UPLOADED) {
                    unfinished.put(photo.id(), Instant.EPOCH);
                }
                yield 0;
            }
            case Change.Deleted _ -> {
                hashes.remove(hash);
                unfinished.remove(photo.id());
                yield -1;
            }
            case Change.Commented commented -> {
                comments.apply(commented);
                yield 0;
            }
            case Change.Moderated moderated -> {
                comments.apply(moderated);
                yield 0;
            }
            case Change.Restored _ -> {
                hashes.put(hash, photo.id());
                if (photo.status() == ProcessingStatus.UPLOADED) {
                    unfinished.put(photo.id(), Instant.EPOCH);
                }
                yield 1;
            }
        };
    }

    /// A change writes only what it is about, however old the rest of its photo is.
    private Photo state(Change change) {
        Photo photo = change.photo();
        Photo was = find(photo.id()).orElse(photo);
        return switch (change) {
            case Change.Added _ -> photo;
            case Change.Updated _ -> photo.counted(was.likeCount(), was.commentCount());
            case Change.Deleted _ -> was.deleted(true).asOf(photo.asOf());
            case Change.Restored _ -> was.deleted(false).asOf(photo.asOf());
            case Change.Commented _, Change.Moderated _ ->
                    was.counted(was.likeCount(), photo.commentCount()).asOf(photo.asOf());
        };
    }

    @Override
    public synchronized List<Change.Logged> after(EventSlug event, long seq, int limit) {
        return changesOf(event).stream()
                .filter(logged -> logged.seq() > seq)
                .limit(limit)
                .map(logged ->
                        logged.change() instanceof Change.Commented commented
                                ? new Change.Logged(logged.seq(), comments.read(commented))
                                : logged)
                .toList();
    }

    @Override
    public synchronized List<Photo> newest(EventSlug event, long beforeSeq, int limit) {
        return photosOf(event).headMap(beforeSeq, false).descendingMap().values().stream()
                .filter(photo -> !photo.deleted())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Photo> now(EventSlug event, Set<Long> addedAt) {
        return addedAt.stream().map(photosOf(event)::get).flatMap(Stream::ofNullable).toList();
    }

    @Override
    public synchronized Optional<Photo> find(PhotoId id) {
        return photos.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(photo -> photo.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized Claim claim(Pending photo) {
        String hash = photo.event() + "/" + photo.sha256();
        PhotoId first = hashes.putIfAbsent(hash, photo.id());
        if (first != null) {
            return new Claim.Taken(first);
        }
        tickets.put(photo.id(), photo);
        unfinished.put(photo.id(), Instant.EPOCH);
        return new Claim.Claimed();
    }

    @Override
    public synchronized Optional<Pending> ticket(PhotoId id) {
        return Optional.ofNullable(tickets.get(id));
    }

    @Override
    public synchronized boolean fail(PhotoId id, String error) {
        Pending ticket = tickets.get(id);
        boolean waiting = ticket != null && ticket.state() instanceof Pending.State.Waiting;
        if (waiting) {
            state(id, new Pending.State.Failed(error));
            unfinished.remove(id);
        }
        return waiting;
    }

    @Override
    public synchronized void abandon(PhotoId id) {
        Pending ticket = tickets.get(id);
        if (ticket == null) {
            unfinished.remove(id);
        } else if (!(ticket.state() instanceof Pending.State.Published)) {
            tickets.remove(id);
            hashes.remove(ticket.event() + "/" + ticket.sha256());
            unfinished.remove(id);
        }
    }

    @Override
    public synchronized int attempt(PhotoId id) {
        return attempts.merge(id, 1, Integer::sum);
    }

    @Override
    public synchronized void startOver(PhotoId id) {
        attempts.remove(id);
    }

    @Override
    public synchronized List<PhotoId> unfinished(Instant asked, Instant now, int limit) {
        return unfinished.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .filter(id -> id.askedAt().isBefore(asked))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void postpone(PhotoId id, Instant until) {
        unfinished.computeIfPresent(id, (_, _) -> until);
    }

    /// Adds to a photo's likes.
    ///
    /// @return the count after it; empty if the photo is deleted
    public synchronized OptionalLong liked(PhotoId id, int by) {
        Optional<Photo> found = find(id).filter(photo -> !photo.deleted());
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        Photo photo = found.get();
        Photo after = photo.counted(photo.likeCount() + by, photo.commentCount());
        photosOf(photo.event()).put(photo.seq(), after);
        return OptionalLong.of(after.likeCount());
    }

    private void state(PhotoId id, Pending.State state) {
        Pending was = Objects.requireNonNull(tickets.get(id));
        tickets.put(
                id,
                new Pending(
                        was.id(),
                        was.event(),
                        was.fileName(),
                        was.contentType(),
                        was.size(),
                        was.sha256(),
                        was.width(),
                        was.height(),
                        was.thumbhash(),
                        was.takenAt(),
                        was.uploadedBy(),
                        was.createdAt(),
                        state));
    }

    private List<Change.Logged> changesOf(EventSlug event) {
        return changes.getOrDefault(event, new ArrayList<>());
    }

    private NavigableMap<Long, Photo> photosOf(EventSlug event) {
        return photos.getOrDefault(event, new TreeMap<>());
    }
}
