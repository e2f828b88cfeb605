package dev.kilat.bench.ingest;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.measure.Machine;
import dev.kilat.bench.measure.OpenLoop;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.bench.report.Report;
import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Photos arriving at a rate, from many photographers at once.
public final class IngestBenchmark implements Benchmark {
    private static final int MOST_SECONDS = 600;

    /// At work at once.
    private static final int FUNCTIONS = 50;

    @Override
    public Map<String, String> flags() {
        return Map.of(
                "--seconds",
                "N    how long photos arrive in one event, and half as long in ten (default 20)");
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        int seconds = arguments.number("--seconds", 20, MOST_SECONDS);
        List<Comparison> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try (Store store = Store.start();
                Functions functions = new Functions(store, FUNCTIONS)) {
            // Until the compilers are done, which take the same processors.
            arrive(store, functions, "warm-up", 1, 100, 30);
            Arrived alone = arrive(store, functions, "alone", 1, 1, 1);
            remarks.add("Calls to the store for one photo alone, " + alone.calls() + ".");
            Figure limit = Figure.of(BareRows.photosPerSecond(store), "photos/s");
            lines.addAll(measured(store, functions, "one event", 1, 100, seconds, limit, remarks));
            lines.addAll(
                    measured(
                            store,
                            functions,
                            "ten events",
                            10,
                            500,
                            Math.ceilDiv(seconds, 2),
                            limit,
                            remarks));
        }
        return new Report(
                "Ingest",
                "Photos arrive at a fixed rate, each in a function's environment of its own, of which there are 50: ticket read, header read, committed to the"
                        + " event's change log, sender elected, progress counted. The store is DynamoDB Local in a process of its own on"
                        + " the same machine; the object store and the queues answer at once. The limit: the published photos' rows alone, fourteen photos a transaction, by eight writers"
                        + " who never meet.",
                List.of("DynamoDB Local 2.6.1"),
                lines,
                remarks);
    }

    private static List<Comparison> measured(
            Store store,
            Functions functions,
            String where,
            int events,
            int perSecond,
            int seconds,
            Figure limit,
            List<String> remarks)
            throws Exception {
        Arrived arrived = arrive(store, functions, "rate" + perSecond, events, perSecond, seconds);
        String work = perSecond + " photos/s into " + where + " for " + seconds + " s: ";
        remarks.add(
                "%s: %d photos, from arrival to committed p50 %.0f ms, p99 %.0f ms."
                        .formatted(
                                where,
                                perSecond * seconds,
                                arrived.run().milliseconds().percentile(.5),
                                arrived.run().milliseconds().percentile(.99)));
        remarks.add(
                "%s: a photo takes %.1f ms of processor time in the functions and %.1f ms in DynamoDB Local; %d processors have %.1f ms for each of %d photos/s."
                        .formatted(
                                where,
                                arrived.ours(),
                                arrived.store(),
                                Machine.processors(),
                                Machine.processors() * 1000.0 / perSecond,
                                perSecond));
        remarks.add(
                "%s: calls to the store a photo, those behind the queue too, %s."
                        .formatted(where, arrived.calls()));
        return List.of(
                Comparison.of(work + "sustained", Figure.of(arrived.run().perSecond(), "photos/s"))
                        .wanted(new Goal.AtLeast(.97 * perSecond))
                        .limit(limit),
                Comparison.of(
                                work + "lost, doubled or out of order",
                                Figure.of(arrived.wrong(), ""))
                        .wanted(new Goal.AtMost(0)));
    }

    private static Arrived arrive(
            Store store, Functions functions, String name, int events, int perSecond, int seconds)
            throws Exception {
        List<EventSlug> slugs =
                IntStream.range(0, events).mapToObj(i -> store.event(name + "-" + i)).toList();
        List<Pending> tickets = store.claim(slugs, perSecond * seconds);
        tickets.forEach(functions::expected);
        int jobsBefore = functions.thumbnailJobs();
        store.calls().reset();
        Duration storeBefore = store.spent();
        Duration oursBefore = Machine.spent(ProcessHandle.current());
        OpenLoop.Run run =
                OpenLoop.run(
                        perSecond,
                        tickets.size(),
                        FUNCTIONS,
                        i -> functions.ingest(tickets.get(i)));
        double ours = perPhoto(Machine.spent(ProcessHandle.current()).minus(oursBefore), tickets);
        double theStores = perPhoto(store.spent().minus(storeBefore), tickets);
        String calls = store.calls().perWork(tickets.size());
        long wrong = Math.abs(functions.thumbnailJobs() - jobsBefore - tickets.size());
        for (EventSlug slug : slugs) {
            wrong += wrong(store.changeLog(), slug, tickets);
        }
        return new Arrived(run, wrong, calls, ours, theStores);
    }

    /// How many photos of the event are missing in its log, or there twice, or not where the
    /// numbers say.
    private static long wrong(ChangeLog log, EventSlug slug, List<Pending> tickets) {
        Set<PhotoId> missing = new HashSet<>();
        tickets.stream()
                .filter(ticket -> ticket.event().equals(slug))
                .forEach(ticket -> missing.add(ticket.id()));
        long wrong = 0;
        long seq = 0;
        while (true) {
            List<Change.Logged> next = log.after(slug, seq, 200);
            if (next.isEmpty()) {
                return wrong + missing.size();
            }
            for (Change.Logged logged : next) {
                seq++;
                boolean expected = missing.remove(logged.change().photo().id());
                if (!expected || logged.seq() != seq) {
                    wrong++;
                }
            }
        }
    }

    private static double perPhoto(Duration spent, List<Pending> tickets) {
        return spent.toNanos() / 1e6 / tickets.size();
    }

    /// @param ours milliseconds of processor time a photo, of the functions and the load
    /// @param store the same of DynamoDB Local
    private record Arrived(OpenLoop.Run run, long wrong, String calls, double ours, double store) {}
}
