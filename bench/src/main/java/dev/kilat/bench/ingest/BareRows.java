package dev.kilat.bench.ingest;

import dev.kilat.bench.measure.OpenLoop;
import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Head;
import dev.kilat.photo.Pending;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// The limit: how fast the store takes the rows of published photos when it is asked for nothing
/// else, nobody races, and each transaction carries many photos.
final class BareRows {
    private static final int WRITERS = 8;
    private static final int COMMITS = 10;
    private static final int TOGETHER = 14;

    private BareRows() {}

    static double photosPerSecond(Store store) throws Exception {
        written(store, "rows-warm-up");
        return written(store, "rows");
    }

    private static double written(Store store, String name) throws Exception {
        List<Writer> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(i -> store.event(name + "-" + i))
                        .map(event -> Writer.of(store, event))
                        .toList();
        OpenLoop.Run run =
                OpenLoop.run(1e6, WRITERS, WRITERS, i -> writers.get(i).write(store.changeLog()));
        return run.perSecond() * COMMITS * TOGETHER;
    }

    private record Writer(EventSlug event, List<Pending> tickets) {
        static Writer of(Store store, EventSlug event) {
            return new Writer(event, store.claim(List.of(event), COMMITS * TOGETHER));
        }

        void write(ChangeLog log) {
            Head head = log.head(event).orElseThrow();
            for (int from = 0; from < tickets.size(); from += TOGETHER) {
                head = append(log, head, tickets.subList(from, from + TOGETHER));
            }
        }

        private Head append(ChangeLog log, Head head, List<Pending> together) {
            Instant now = Instant.now();
            List<Change> changes =
                    IntStream.range(0, together.size())
                            .<Change>mapToObj(i ->
                                    new Change.Added(
                                            together.get(i)
                                                    .published("image/jpeg", 400, 300, null)
                                                    .at(head.seq() + 1 + i),
                                            now))
                            .toList();
            return ((ChangeLog.Appended.Done) log.append(event, head, changes)).head();
        }
    }
}
