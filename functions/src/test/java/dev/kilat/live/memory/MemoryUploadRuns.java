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
                        ? new Row(row.last, row.arrived, row.expected + photos, row.heardAt)
                        : new Row(null, 0, photos, now));
    }

    @Override
    public synchronized void arrive(EventSlug event, String uploader, PhotoId photo, Instant now) {
        Row row = rows.getOrDefault(event + "/" + uploader, new Row(null, 0, 0, now));
        rows.put(
                event + "/" + uploader,
                new Row(photo, row.arrived + 1, Math.max(row.expected, row.arrived + 1), now));
    }

    @Override
    public synchronized Optional<Run> now(EventSlug event, String uploader) {
        Row row = rows.get(event + "/" + uploader);
        return row == null || row.last == null
                ? Optional.empty()
                : Optional.of(new Run(row.last, row.arrived, row.expected));
    }

    private record Row(@Nullable PhotoId last, long arrived, long expected, Instant heardAt) {}
}
