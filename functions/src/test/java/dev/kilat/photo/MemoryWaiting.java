package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.WaitingChanges.Fate;
import dev.kilat.photo.WaitingChanges.Left;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Changes that wait, in memory. Whoever calls holds the store's lock.
final class MemoryWaiting {
    private final Map<EventSlug, NavigableMap<String, Row>> rows = new HashMap<>();
    private long left;

    String leave(EventSlug event, Change change) {
        String name = String.format("%012d", ++left);
        of(event).put(name, new Row(change, new Fate.Undecided()));
        return name;
    }

    List<Left> some(EventSlug event, int limit) {
        return of(event).entrySet().stream()
                .filter(entry -> entry.getValue().fate() instanceof Fate.Undecided)
                .limit(limit)
                .map(entry -> new Left(entry.getKey(), entry.getValue().change()))
                .toList();
    }

    Fate fate(EventSlug event, String name) {
        Row row = of(event).get(name);
        return row == null ? new Fate.Undecided() : row.fate();
    }

    boolean undecided(EventSlug event, String name) {
        Row row = of(event).get(name);
        return row != null && row.fate() instanceof Fate.Undecided;
    }

    void commit(EventSlug event, String name, long seq) {
        decide(event, name, new Fate.Committed(seq));
    }

    void refuse(EventSlug event, String name) {
        if (undecided(event, name)) {
            decide(event, name, new Fate.Refused());
        }
    }

    private void decide(EventSlug event, String name, Fate fate) {
        of(event).computeIfPresent(name, (_, row) -> new Row(row.change(), fate));
    }

    void forget(EventSlug event) {
        rows.remove(event);
    }

    private NavigableMap<String, Row> of(EventSlug event) {
        return rows.computeIfAbsent(event, _ -> new TreeMap<>());
    }

    private record Row(Change change, Fate fate) {}
}
