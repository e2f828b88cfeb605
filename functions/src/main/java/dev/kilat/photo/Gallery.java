package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// What guests read: pages of an event's photos, and what changed behind a cursor.
public final class Gallery {
    private final ChangeLog log;

    public Gallery(ChangeLog log) {
        this.log = log;
    }

    public Optional<Head> head(EventSlug event) {
        return log.head(event);
    }

    /// The photo if guests may see it.
    public Optional<Photo> visible(PhotoId id) {
        return log.find(id).filter(photo -> !photo.deleted());
    }

    /// A page, newest first. Its cursor was read before its photos, and moved back before any
    /// change that is not in them yet: whoever follows from there misses nothing, and meets at
    /// worst what it has already.
    ///
    /// @param head read just now
    /// @param before as an earlier page gave it, or empty for the first
    public Page newest(EventSlug event, Head head, OptionalLong before, int limit) {
        List<Photo> photos = log.newest(event, before.orElse(Long.MAX_VALUE), limit + 1);
        boolean more = photos.size() > limit;
        List<Photo> shown = more ? photos.subList(0, limit) : photos;
        long reach = Reach.of(head, tail(event, head), shown, before, more);
        return new Page(
                List.copyOf(shown),
                new Cursor(head.epoch(), reach),
                more ? OptionalLong.of(shown.getLast().seq()) : OptionalLong.empty());
    }

    private List<Change.Logged> tail(EventSlug event, Head head) {
        long from = Math.max(0, head.seq() - ChangeLog.MOST_CHANGES);
        return log.after(event, from, ChangeLog.MOST_CHANGES);
    }

    /// What changed behind a cursor, each photo once and as it is now. Reads at most `limit`
    /// changes.
    ///
    /// @param head read just now
    public Delta since(EventSlug event, Head head, Cursor cursor, int limit) {
        return cursor.epoch().equals(head.epoch()) && cursor.seq() <= head.seq()
                ? changes(event, head, cursor, limit)
                : new Delta.CursorExpired();
    }

    private Delta changes(EventSlug event, Head head, Cursor cursor, int limit) {
        List<Change.Logged> logged = log.after(event, cursor.seq(), limit);
        List<Photo> rows = log.now(event, places(logged));
        List<Change.Logged> seen = Reach.of(logged, rows);
        Set<Long> named = places(seen);
        List<Photo> photos =
                rows.stream()
                        .filter(photo -> named.contains(photo.seq()))
                        .sorted(Comparator.comparingLong(Photo::seq).reversed())
                        .toList();
        List<Photo> visible = photos.stream().filter(photo -> !photo.deleted()).toList();
        long last = seen.isEmpty() ? cursor.seq() : seen.getLast().seq();
        return new Delta.Changes(
                visible,
                photos.stream().filter(Photo::deleted).map(Photo::id).toList(),
                comments(seen, visible),
                new Cursor(head.epoch(), last),
                last < head.seq());
    }

    /// Where the photos stand that the changes are about.
    private static Set<Long> places(List<Change.Logged> changes) {
        return changes.stream()
                .map(logged -> logged.change().photo().seq())
                .collect(Collectors.toSet());
    }

    private static List<Comment> comments(List<Change.Logged> seen, List<Photo> visible) {
        Set<PhotoId> on = visible.stream().map(Photo::id).collect(Collectors.toSet());
        return seen.stream()
                .map(Change.Logged::change)
                .filter(Change.Commented.class::isInstance)
                .map(change -> ((Change.Commented) change).comment())
                .filter(comment -> on.contains(comment.photo()))
                .toList();
    }

    /// @param before where the next page starts; empty at the end
    public record Page(List<Photo> photos, Cursor cursor, OptionalLong before) {}

    public sealed interface Delta {
        /// @param photos newest first
        /// @param comments new ones that are still to be seen, oldest first
        /// @param more whether there are changes behind `cursor`
        record Changes(
                List<Photo> photos,
                List<PhotoId> deleted,
                List<Comment> comments,
                Cursor cursor,
                boolean more)
                implements Delta {}

        /// The cursor belongs to another log; the reader starts over.
        record CursorExpired() implements Delta {}
    }
}
