package dev.kilat.simulation;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Head;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The change log, of which a query may see a part of a transaction before the rest of it, as
/// DynamoDB allows: rows of one commit come to be seen one by one.
final class HoleyLog implements ChangeLog {
    private static final Duration SEEN_WITHIN = Duration.ofMillis(100);

    private final Cloud cloud;
    private final MemoryGalleryStore store;
    private final Map<Long, Instant> seenFrom = new HashMap<>();
    private final Map<PhotoId, Old> old = new TreeMap<>(Comparator.comparing(PhotoId::value));

    /// When each photo was committed, by its id.
    final Map<String, Instant> published = new TreeMap<>();

    HoleyLog(Cloud cloud, MemoryGalleryStore store) {
        this.cloud = cloud;
        this.store = store;
    }

    @Override
    public Appended append(
            EventSlug event, Head expected, List<Change> changes, List<String> names) {
        List<Optional<Photo>> before =
                changes.stream().map(change -> store.find(change.photo().id())).toList();
        Appended appended = store.append(event, expected, changes, names);
        if (appended instanceof Appended.Done(Head head)) {
            Instant now = cloud.stage.instant();
            for (long seq = expected.seq() + 1; seq <= head.seq(); seq++) {
                seenFrom.put(seq, soon());
            }
            for (int i = 0; i < changes.size(); i++) {
                old.put(changes.get(i).photo().id(), new Old(before.get(i), soon()));
            }
            changes.stream()
                    .filter(Change.Added.class::isInstance)
                    .forEach(added -> published.put(added.photo().id().value(), now));
        }
        return appended;
    }

    @Override
    public List<Change.Logged> after(EventSlug event, long seq, int limit) {
        return store.after(event, seq, limit).stream()
                .takeWhile(logged -> isSeen(logged.seq()))
                .toList();
    }

    private Instant soon() {
        return cloud.stage.instant().plus(cloud.chance.upTo(SEEN_WITHIN));
    }

    /// The photo's row as a query sees it.
    private Optional<Photo> row(Photo photo) {
        Old was = old.get(photo.id());
        return was != null && was.until.isAfter(cloud.stage.instant())
                ? was.photo
                : Optional.of(photo);
    }

    private boolean isSeen(long seq) {
        return !seenFrom.getOrDefault(seq, Instant.MIN).isAfter(cloud.stage.instant());
    }

    private Stream<Photo> deletedJustNow(EventSlug event, long beforeSeq) {
        return old.keySet().stream()
                .flatMap(id -> store.find(id).stream())
                .filter(photo -> photo.deleted() && photo.event().equals(event))
                .filter(photo -> photo.seq() < beforeSeq);
    }

    @Override
    public Optional<Head> head(EventSlug event) {
        return store.head(event);
    }

    @Override
    public List<Photo> newest(EventSlug event, long beforeSeq, int limit) {
        // Of a photo that was deleted just now, the row may still be there.
        return Stream.concat(
                        store.newest(event, beforeSeq, limit).stream(),
                        deletedJustNow(event, beforeSeq))
                .flatMap(photo -> row(photo).stream())
                .filter(photo -> !photo.deleted())
                .sorted(Comparator.comparingLong(Photo::seq).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Photo> now(EventSlug event, Set<Long> addedAt) {
        return store.now(event, addedAt).stream().flatMap(photo -> row(photo).stream()).toList();
    }

    @Override
    public Optional<Photo> find(PhotoId id) {
        return store.find(id);
    }

    @Override
    public String leave(EventSlug event, Change change) {
        return store.leave(event, change);
    }

    @Override
    public List<Left> waiting(EventSlug event, int limit) {
        return store.waiting(event, limit);
    }

    @Override
    public Fate fate(EventSlug event, String name) {
        return store.fate(event, name);
    }

    @Override
    public void refuse(EventSlug event, String name) {
        store.refuse(event, name);
    }

    /// @param photo as it was before its last change; empty if it was not there
    private record Old(Optional<Photo> photo, Instant until) {}
}
