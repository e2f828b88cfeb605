package dev.kilat.bench.delta;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.measure.Rounds;
import dev.kilat.bench.measure.Samples;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.bench.report.Report;
import dev.kilat.bench.store.ReadMeter;
import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Cursor;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What a guest's page asks for, in a small event and in a huge one.
public final class DeltaBenchmark implements Benchmark {
    private static final int PAGE = 60;
    private static final int SMALL = 100;
    private static final int CHANGES = 30;
    private static final int ROUNDS = 60;
    private static final double ALIKE = 1.3;

    @Override
    public Map<String, String> flags() {
        return Map.of("--photos", "N    in the huge event (default 100000)");
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        int huge = arguments.number("--photos", 100_000, 1_000_000);
        try (Store store = Store.start()) {
            Event small = new Event(store, "small", SMALL);
            Event large = new Event(store, "huge", huge);
            List<Comparison> lines = new ArrayList<>();
            lines.addAll(alike("first page of 60", store, small::firstPage, large::firstPage));
            lines.addAll(
                    alike(
                            "delta of 30 changes",
                            store,
                            () -> small.delta(CHANGES),
                            () -> large.delta(CHANGES)));
            for (int changes : new int[] {1, 30, 200}) {
                lines.add(rowsOfDelta(store, large, changes));
            }
            lines.addAll(middle(store, large, huge / 2));
            return report(huge, lines);
        }
    }

    private static Report report(int huge, List<Comparison> lines) {
        return new Report(
                "Pages and deltas",
                "An event of %,d photos beside one of %,d on the same DynamoDB Local. Rows are those the store looked at, bytes those of its answers."
                        .formatted(huge, SMALL),
                List.of("DynamoDB Local 2.6.1"),
                lines,
                List.of(
                        "Beside its changes a delta reads the event's head, and each changed photo once, as it is now.",
                        "An offset does not stand still: a photo that arrives while a guest scrolls shifts every page behind it."));
    }

    private static List<Comparison> alike(String work, Store store, Runnable small, Runnable large)
            throws Exception {
        ReadMeter.Read few = store.reads().during(small);
        ReadMeter.Read many = store.reads().during(large);
        Samples times =
                new Rounds()
                        .with("small", () -> milliseconds(small))
                        .with("large", () -> milliseconds(large))
                        .run(ROUNDS / 2, ROUNDS);
        return List.of(
                same(
                        work + ": rows",
                        Figure.of(many.rows(), "rows"),
                        Figure.of(few.rows(), "rows")),
                same(work + ": bytes", Figure.of(many.bytes(), "B"), Figure.of(few.bytes(), "B")),
                same(
                        work + ": time",
                        Figure.of(times.median("large"), "ms"),
                        Figure.of(times.median("small"), "ms")));
    }

    private static Comparison same(String work, Figure huge, Figure small) {
        return Comparison.of(work, huge)
                .against(small.by(SMALL + " photos"))
                .wanted(new Goal.AtMostTimes(ALIKE));
    }

    private static Comparison rowsOfDelta(Store store, Event event, int changes) {
        ReadMeter.Read read = store.reads().during(() -> event.delta(changes));
        return Comparison.of(
                        "rows of the log for a delta of " + changes,
                        Figure.of(read.queried(), "rows"))
                .wanted(new Goal.AtMost(changes))
                .limit(Figure.of((long) changes, "rows"));
    }

    private static List<Comparison> middle(Store store, Event event, int offset) throws Exception {
        OffsetPages pages = new OffsetPages(store);
        Runnable ours = () -> event.pageBefore(offset);
        Runnable peers =
                () -> Checked.that(pages.newest(event.slug, offset, PAGE) == PAGE, "a whole page");
        ReadMeter.Read our = store.reads().during(ours);
        ReadMeter.Read peer = store.reads().during(peers);
        Samples times =
                new Rounds()
                        .with("ours", () -> milliseconds(ours))
                        .with("peer", () -> milliseconds(peers))
                        .run(0, 3);
        return List.of(
                Comparison.of("a page in the middle: rows", Figure.of(our.rows(), "rows"))
                        .against(Figure.of(peer.rows(), "rows").by("offset"))
                        .limit(Figure.of(PAGE, "rows")),
                Comparison.of("a page in the middle: time", Figure.of(times.median("ours"), "ms"))
                        .against(Figure.of(times.median("peer"), "ms").by("offset")));
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /// An event as its guests ask for it.
    private static final class Event {
        final EventSlug slug;
        private final Gallery gallery;
        private final Head head;

        Event(Store store, String name, int photos) {
            slug = GrownEvent.of(store, name, photos);
            gallery = new Gallery(store.changeLog());
            head = now();
        }

        /// As each call reads it.
        private Head now() {
            return gallery.head(slug).orElseThrow();
        }

        void firstPage() {
            var page = gallery.newest(slug, now(), OptionalLong.empty(), PAGE);
            Checked.that(page.photos().size() == PAGE, "a whole page");
        }

        void pageBefore(long seq) {
            var page = gallery.newest(slug, now(), OptionalLong.of(seq), PAGE);
            Checked.that(page.photos().size() == PAGE, "a whole page");
        }

        void delta(int changes) {
            long since = Math.max(0, head.seq() - changes);
            var delta = gallery.since(slug, now(), new Cursor(head.epoch(), since), 200);
            Checked.that(
                    delta instanceof Gallery.Delta.Changes found
                            && found.photos().size() == head.seq() - since,
                    "all changes");
        }
    }

    /// What is measured must also be right.
    private static final class Checked {
        static void that(boolean right, String wanted) {
            if (!right) {
                throw new IllegalStateException("wanted " + wanted);
            }
        }
    }
}
