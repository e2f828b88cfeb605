package dev.kilat.bench.page;

import com.microsoft.playwright.Page;
import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.measure.Sample;
import dev.kilat.bench.party.Party;
import dev.kilat.bench.party.Phone;
import dev.kilat.bench.party.Phones;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.bench.report.Report;
import dev.kilat.local.bill.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A guest's page on a phone: how soon it is there, and whether it stays smooth while photos
/// arrive.
public final class PageBenchmark implements Benchmark {
    private static final int PICTURES = 3;
    private static final int LONG_EDGE = 1100;
    private static final int HANGING = 60;
    private static final int FIRST = 3;
    private static final int LOADS = 5;
    private static final int BURSTS = 3;

    private static final Goal SOON = new Goal.AtMost(1500);
    private static final Goal SMOOTH = new Goal.AtMost(Arrivals.LONG);

    @Override
    public Map<String, String> flags() {
        return Map.of();
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        byte[][] pictures = Party.photos(PICTURES, LONG_EDGE);
        try (Phones phones = Phones.start();
                Party party = Party.start(Meter.NONE)) {
            List<String> hanging = new ArrayList<>();
            for (int i = 0; i < HANGING; i++) {
                hanging.add(party.publish(pictures[i % PICTURES]));
            }
            for (String photo : hanging) {
                party.awaitThumbnails(photo);
            }
            List<Comparison> lines = new ArrayList<>();
            Loads loads = new Loads(phones, party.url());
            // The functions and their connections are warm for everybody but the first guests.
            for (int i = 0; i < FIRST; i++) {
                loads.once();
            }
            List<Loads.Load> measured = new ArrayList<>();
            for (int i = 0; i < LOADS; i++) {
                measured.add(loads.once());
            }
            lines.add(
                    line("slow phone: interactive", measured, Loads.Load::interactive)
                            .wanted(SOON));
            lines.add(line("slow phone: first tile", measured, Loads.Load::tile));
            lines.add(line("slow phone: first picture", measured, Loads.Load::picture));
            Arrivals arrivals = new Arrivals(party, pictures[0]);
            lines.addAll(replayed(phones, party, arrivals));
            lines.add(meanwhile(phones, party, arrivals, true));
            lines.add(bystander(phones, party, arrivals));
            lines.add(meanwhile(phones, party, arrivals, false));
            return report(phones, lines, measured, loads.requests());
        }
    }

    private static List<Comparison> replayed(Phones phones, Party party, Arrivals arrivals)
            throws Exception {
        List<HeldPage> pages = new ArrayList<>();
        try {
            for (int i = 0; i < BURSTS; i++) {
                pages.add(HeldPage.open(phones, party));
            }
            return smoothness(idle(phones, party, arrivals), arrivals.after(pages));
        } finally {
            for (HeldPage each : pages) {
                each.close();
            }
        }
    }

    private static List<Comparison> smoothness(Arrivals.Frames idle, List<Arrivals.Frames> bursts) {
        return List.of(
                Comparison.of(
                                "slow phone: longest of its frames, median of %d bursts"
                                        .formatted(BURSTS),
                                Figure.of(median(bursts, Arrivals.Frames::longest), "ms"))
                        .limit(Figure.of(idle.longest(), "ms").by("nothing arriving"))
                        .wanted(SMOOTH),
                Comparison.of(
                        "slow phone: longest of all of them",
                        Figure.of(most(bursts, Arrivals.Frames::longest), "ms")),
                Comparison.of(
                                "slow phone: frames above %.0f ms, of %.0f"
                                        .formatted(
                                                Arrivals.LONG,
                                                sum(bursts, Arrivals.Frames::frames)),
                                Figure.of(sum(bursts, Arrivals.Frames::slow), ""))
                        .limit(
                                Figure.of(idle.slow(), "")
                                        .by("of " + idle.frames() + ", nothing arriving")),
                Comparison.of(
                                "slow phone: 99 % of frames within",
                                Figure.of(median(bursts, Arrivals.Frames::percentile99), "ms"))
                        .limit(Figure.of(idle.percentile99(), "ms").by("nothing arriving")),
                Comparison.of(
                        "slow phone: longest task of the page's own",
                        Figure.of(most(bursts, Arrivals.Frames::longestTask), "ms")));
    }

    private static Arrivals.Frames idle(Phones phones, Party party, Arrivals arrivals) {
        try (Phone phone = phones.unwrap()) {
            Page page = phone.page();
            Arrivals.open(page, party);
            SlowPhone.slowProcessor(page);
            return arrivals.idle(page);
        }
    }

    private static Comparison meanwhile(Phones phones, Party party, Arrivals arrivals, boolean slow)
            throws Exception {
        try (Phone phone = phones.unwrap()) {
            Page page = phone.page();
            Arrivals.open(page, party);
            if (slow) {
                SlowPhone.slowProcessor(page);
            }
            Arrivals.Frames frames = arrivals.during(page);
            return Comparison.of(
                    "%s, the whole cloud beside it: longest of its frames"
                            .formatted(slow ? "slow phone" : "as fast as this machine"),
                    Figure.of(frames.longest(), "ms"));
        }
    }

    private static Comparison bystander(Phones phones, Party party, Arrivals arrivals)
            throws Exception {
        try (Phone phone = phones.unwrap()) {
            Page page = phone.page();
            page.addInitScript(Resource.text("timing.js"));
            page.navigate(party.url().replaceAll("/e/.*", "/"));
            page.waitForTimeout(2000);
            SlowPhone.slowProcessor(page);
            Arrivals.Frames frames = arrivals.beside(page);
            return Comparison.of(
                    "slow phone that is not told, the whole cloud beside it: longest of its frames",
                    Figure.of(frames.longest(), "ms"));
        }
    }

    private static Comparison line(
            String work, List<Loads.Load> loads, ToDoubleFunction<Loads.Load> what) {
        return Comparison.of(work, Figure.of(median(loads, what), "ms"));
    }

    private static <T> double median(List<T> of, ToDoubleFunction<T> what) {
        return new Sample(of.stream().mapToDouble(what).boxed().toList()).median();
    }

    private static <T> double most(List<T> of, ToDoubleFunction<T> what) {
        return of.stream().mapToDouble(what).max().orElseThrow();
    }

    private static <T> double sum(List<T> of, ToDoubleFunction<T> what) {
        return of.stream().mapToDouble(what).sum();
    }

    private static Report report(
            Phones phones,
            List<Comparison> lines,
            List<Loads.Load> loads,
            Iterable<Map<String, Object>> requests) {
        return new Report(
                "A guest's page",
                "An event of %d photos on the local cloud, a phone of 390 x 844 pixels at density 3. The slow phone has a processor %d times slower, %.1f Mbit/s and round trips of %d ms. Medians of %d first visits with an empty cache; then %d photos arrive within %d seconds while somebody looks, on %d pages one after the other."
                        .formatted(
                                HANGING,
                                SlowPhone.SLOWDOWN,
                                SlowPhone.KILOBITS / 1000.0,
                                SlowPhone.ROUND_TRIP,
                                LOADS,
                                Arrivals.PHOTOS,
                                Arrivals.SECONDS,
                                BURSTS),
                List.of(phones.version()),
                lines,
                List.of(
                        "Interactive: the first photo's tile is drawn, and no task of more than 50 ms was running then or began within half a second. Its end counts.",
                        "The goal for frames is the slow phone's. Its frames on the WebSocket are those of the cloud, held until all photos and their thumbnails were there, and then let go in their rhythm within %d seconds: page, socket, pictures and their server are real, and nobody makes thumbnails on the phone's processors meanwhile. Where the whole cloud stands beside it, uploads, functions, thumbnails and browser share this machine's. Chromium draws without a GPU: what it does with nothing arriving stands beside."
                                .formatted(Arrivals.SECONDS),
                        "%.0f KB come before the first tile. One visit's requests, from - to in ms: %s."
                                .formatted(
                                        median(loads, Loads.Load::kilobytes),
                                        StreamSupport.stream(requests.spliterator(), false)
                                                .filter(it ->
                                                        !String.valueOf(it.get("name"))
                                                                .startsWith("/media"))
                                                .map(it ->
                                                        "`%s` %s-%s"
                                                                .formatted(
                                                                        it.get("name"),
                                                                        it.get("from"),
                                                                        it.get("to")))
                                                .collect(Collectors.joining(", ")))));
    }
}
