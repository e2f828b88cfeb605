package dev.kilat.social;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

public final class MemoryLikes implements Likes {
    private final MemoryGalleryStore store;
    private final Map<PhotoId, Set<String>> likes = new HashMap<>();
    private final Map<EventSlug, Long> totals = new HashMap<>();

    public MemoryLikes(MemoryGalleryStore store) {
        this.store = store;
    }

    @Override
    public synchronized OptionalLong like(Photo photo, String who) {
        return change(photo, of(photo.id()).contains(who) ? 0 : 1, () -> of(photo.id()).add(who));
    }

    @Override
    public synchronized OptionalLong unlike(Photo photo, String who) {
        return change(
                photo, of(photo.id()).contains(who) ? -1 : 0, () -> of(photo.id()).remove(who));
    }

    @Override
    public synchronized long total(EventSlug event) {
        return totals.getOrDefault(event, 0L);
    }

    private OptionalLong change(Photo photo, int by, Runnable row) {
        OptionalLong count = store.liked(photo.id(), by);
        if (count.isPresent()) {
            row.run();
            totals.merge(photo.event(), (long) by, Long::sum);
        }
        return count;
    }

    /// Who likes it.
    public synchronized Set<String> of(PhotoId photo) {
        return likes.computeIfAbsent(photo, _ -> new HashSet<>());
    }
}
