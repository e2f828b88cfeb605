package dev.kilat.live;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Head;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ProcessingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// The change log of one event, of which a broadcast reads only how long it is.
final class GrowingLog implements ChangeLog {
    /// A second before anything is committed.
    static final Instant HEARD = Instant.parse("2026-06-01T11:59:59Z");

    static final Instant MADE = Instant.parse("2026-05-01T12:00:00Z");

    static final EventSlug EVENT = new EventSlug("wedding");

    private String epoch = "epoch-1";
    private long seq;
    private long readable = Long.MAX_VALUE;
    private boolean purged;

    synchronized long grow() {
        return ++seq;
    }

    /// As a table that was restored from a backup.
    synchronized void restore(String newEpoch, long newSeq) {
        epoch = newEpoch;
        seq = newSeq;
    }

    synchronized void purge() {
        purged = true;
    }

    /// Rows behind this one are committed and cannot be read yet.
    synchronized void readableUpTo(long last) {
        readable = last;
    }

    synchronized long length() {
        return seq;
    }

    @Override
    public synchronized Optional<Head> head(EventSlug event) {
        return event.equals(EVENT) && !purged
                ? Optional.of(new Head(epoch, seq, 0, MADE))
                : Optional.empty();
    }

    @Override
    public synchronized List<Change.Logged> after(EventSlug event, long from, int limit) {
        return LongStream.rangeClosed(from + 1, Math.min(seq, readable))
                .limit(limit)
                .mapToObj(it -> new Change.Logged(it, new Change.Added(photo(it), HEARD)))
                .toList();
    }

    static Photo photo(long seq) {
        return new Photo(
                new PhotoId("01K2R8V3QF7Z9W4X5Y" + String.format("%08d", seq)),
                EVENT,
                seq,
                seq,
                "DSC_" + seq + ".jpg",
                "image/jpeg",
                4_000_000,
                6000,
                4000,
                null,
                null,
                Instant.parse("2026-06-01T12:00:00Z"),
                ProcessingStatus.UPLOADED,
                null,
                null,
                0,
                0,
                "admin",
                "sha",
                false);
    }

    @Override
    public Appended append(
            EventSlug event, Head expected, List<Change> changes, List<String> names) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Photo> newest(EventSlug event, long beforeSeq, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Photo> now(EventSlug event, Set<Long> addedAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Photo> find(PhotoId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String leave(EventSlug event, Change change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Left> waiting(EventSlug event, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Fate fate(EventSlug event, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refuse(EventSlug event, String name) {
        throw new UnsupportedOperationException();
    }
}
