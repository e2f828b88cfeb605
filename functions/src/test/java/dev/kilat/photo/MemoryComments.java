package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change.Ruling;
import dev.kilat.social.Comments;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The comments of {@link MemoryGalleryStore}, behind its lock.
final class MemoryComments implements Comments {
    private final MemoryGalleryStore store;
    private final Set<CommentId> ids = new HashSet<>();
    private final Map<EventSlug, NavigableMap<Long, Comment>> comments = new HashMap<>();

    MemoryComments(MemoryGalleryStore store) {
        this.store = store;
    }

    boolean allows(Change.Commented change) {
        return !ids.contains(change.comment().id());
    }

    boolean allows(Change.Moderated change) {
        Comment comment = in(change.photo().event()).get(change.writtenAt());
        return comment != null
                && comment.hidden()
                        == (change.ruling() == Ruling.SHOW
                                || change.ruling() == Ruling.DELETE_HIDDEN);
    }

    void apply(Change.Commented change) {
        ids.add(change.comment().id());
        in(change.photo().event()).put(change.comment().seq(), change.comment());
    }

    void apply(Change.Moderated change) {
        NavigableMap<Long, Comment> all = in(change.photo().event());
        switch (change.ruling()) {
            case HIDE -> all.computeIfPresent(change.writtenAt(), (_, it) -> it.hidden(true));
            case SHOW -> all.computeIfPresent(change.writtenAt(), (_, it) -> it.hidden(false));
            case DELETE_SHOWN, DELETE_HIDDEN -> all.remove(change.writtenAt());
        }
    }

    /// What a reader of the log finds where the comment was added.
    Change read(Change.Commented logged) {
        Comment now = in(logged.photo().event()).get(logged.comment().seq());
        if (now != null && !now.hidden()) {
            return logged;
        }
        return new Change.Moderated(
                logged.photo(),
                logged.comment().id(),
                logged.comment().seq(),
                now == null ? Ruling.DELETE_SHOWN : Ruling.HIDE);
    }

    void forget(EventSlug event) {
        comments.remove(event);
    }

    @Override
    public Lookup find(CommentId id) {
        synchronized (store) {
            Optional<Comment> found =
                    comments.values().stream()
                            .flatMap(all -> all.values().stream())
                            .filter(comment -> comment.id().equals(id))
                            .findFirst();
            if (found.isPresent()) {
                return new Lookup.Written(found.get());
            }
            return ids.contains(id) ? new Lookup.Deleted() : new Lookup.Never();
        }
    }

    @Override
    public List<Comment> visible(PhotoId photo, int limit) {
        synchronized (store) {
            return comments.values().stream()
                    .flatMap(all -> all.descendingMap().values().stream())
                    .filter(comment -> comment.photo().equals(photo) && !comment.hidden())
                    .limit(limit)
                    .toList()
                    .reversed();
        }
    }

    @Override
    public List<Comment> latest(EventSlug event, int limit) {
        synchronized (store) {
            return in(event).descendingMap().values().stream().limit(limit).toList();
        }
    }

    @Override
    public long total(EventSlug event) {
        synchronized (store) {
            return in(event).values().stream()
                    .filter(comment -> !comment.hidden())
                    .filter(comment ->
                            store.find(comment.photo())
                                    .filter(photo -> !photo.deleted())
                                    .isPresent())
                    .count();
        }
    }

    private NavigableMap<Long, Comment> in(EventSlug event) {
        return comments.computeIfAbsent(event, _ -> new TreeMap<>());
    }
}
