package dev.kilat.live.memory;

import dev.kilat.event.EventSlug;
import dev.kilat.live.UploadRuns;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class MemoryUploadRuns implements UploadRuns {
    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public synchronized void expect(EventSlug event, String uploader, int photos, Instant now) {
        Row row = rows.get(event + "/" + uploader);
        boolean goesOn =
                row != null
                        && row.heardAt.isAfter(
                                now.minus(row.arrived < row.expected ? LONGEST_SILENCE : PAUSE));
        rows.put(
                event + "/" + uploader,
                goesOn && row != null
                        ? new Row(
                                row.last, row.arrived, row.expected + photos, row.heardAt, row.word)
                        : new Row(null, 0, photos, now, Instant.MIN));
    }

    @Override
    public synchronized boolean arrive(
            EventSlug event, String uploader, PhotoId photo, Instant now) {
        Row row = rows.getOrDefault(event + "/" + uploader, new Row(null, 0, 0, now, Instant.MIN));
        boolean first = row.word.equals(Instant.MIN);
        rows.put(
                event + "/" + uploader,
                new Row(
                        photo,
                        row.arrived + 1,
                        Math.max(row.expected, row.arrived + 1),
                        now,
                        first ? now.plus(WORD_HOLDS) : row.word));
        return !row.word.isAfter(now);
    }

    @Override
    public synchronized Optional<Run> tell(EventSlug event, String uploader) {
        Row row = rows.get(event + "/" + uploader);
        if (row == null || row.last == null) {
            return Optional.empty();
        }
        rows.put(
                event + "/" + uploader,
                new Row(row.last, row.arrived, row.expected, row.heardAt, Instant.MIN));
        return Optional.of(new Run(row.last, row.arrived, row.expected));
    }

    /// @param word until when nobody else has to see that the run is told; [Instant#MIN] if it is
    ///   told
    private record Row(
            @Nullable PhotoId last, long arrived, long expected, Instant heardAt, Instant word) {}
}
