package dev.kilat.bench.page;

import com.microsoft.playwright.Page;
import dev.kilat.bench.party.Party;
import dev.kilat.bench.party.Phones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What a page at its top makes of many photos that arrive while somebody looks.
final class Arrivals {
    static final int PHOTOS = 200;
    static final int SECONDS = 20;

    /// The last of what was told is on the screen.
    private static final double HEARD = 2000;

    /// A frame above this is seen to stutter.
    static final double LONG = 50;

    private final Party party;
    private final byte[] picture;

    Arrivals(Party party, byte[] picture) {
        this.party = party;
        this.picture = picture;
    }

    /// @param frames how many were drawn
    /// @param longest between two frames, in milliseconds
    /// @param slow how many took more than [#LONG]
    /// @param longestTask of the page's main thread; 0 when none took more than [#LONG]
    record Frames(int frames, double longest, long slow, double percentile99, double longestTask) {}

    /// A page whose frames can be watched.
    static void open(Page page, Party party) {
        page.addInitScript(Resource.text("timing.js"));
        page.navigate(party.url());
        Phones.await(page, "() => timing.interactive() !== null", null);
        page.waitForTimeout(HEARD);
    }

    /// The page's own frames, with nothing arriving: what this machine draws without us.
    Frames idle(Page page) {
        page.evaluate("timing.watch()");
        page.waitForTimeout(5000);
        return seen(page);
    }

    /// Of pages that are told of the photos when all are there, thumbnails too, and the cloud has
    /// nothing more to do but to hand them out. One after the other: only one is looked at, and on
    /// a slow processor, at a time, and closed then.
    List<Frames> after(List<HeldPage> pages) throws Exception {
        pages.forEach(each -> each.line().hold());
        int before = count(pages.getFirst().page());
        for (String photo : upload()) {
            party.awaitThumbnails(photo);
        }
        List<Frames> seen = new ArrayList<>();
        for (HeldPage each : pages) {
            seen.add(told(each, before));
            each.close();
        }
        return seen;
    }

    private static Frames told(HeldPage held, int before) throws Exception {
        Page page = held.page();
        SlowPhone.slowProcessor(page);
        page.waitForTimeout(HEARD);
        if (count(page) != before) {
            throw new IllegalStateException("the page has heard of photos by another way");
        }
        page.evaluate("timing.watch()");
        held.line().release(SECONDS * 1000L);
        Phones.await(page, "wanted => " + COUNT + " >= wanted", before + PHOTOS);
        page.waitForTimeout(HEARD);
        return seen(page);
    }

    /// Of a page that is told of the photos while the cloud takes them in.
    Frames during(Page page) throws Exception {
        int before = count(page);
        page.evaluate("timing.watch()");
        upload();
        Phones.await(page, "wanted => " + COUNT + " >= wanted", before + PHOTOS);
        return seen(page);
    }

    /// Of a page that is not: what this machine draws while it makes as many thumbnails.
    Frames beside(Page page) throws Exception {
        page.evaluate("timing.watch()");
        upload();
        return seen(page);
    }

    private List<String> upload() throws Exception {
        List<String> photos = new ArrayList<>();
        try (ScheduledExecutorService hands = Executors.newScheduledThreadPool(4)) {
            var uploads =
                    IntStream.range(0, PHOTOS)
                            .mapToObj(i ->
                                    hands.schedule(
                                            () -> party.publish(picture),
                                            SECONDS * 1000L * i / PHOTOS,
                                            TimeUnit.MILLISECONDS))
                            .toList();
            for (var upload : uploads) {
                photos.add(upload.get());
            }
            return photos;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an upload failed", e.getCause());
        }
    }

    private static final String COUNT =
            "Number(/([\\d,]+) photos?/.exec(document.querySelector('header').innerText)[1].replace(',', ''))";

    private static int count(Page page) {
        return ((Number) page.evaluate(COUNT)).intValue();
    }

    @SuppressWarnings("unchecked")
    private static Frames seen(Page page) {
        List<Number> frames =
                (List<Number>)
                        page.evaluate("() => { timing.watching = false; return timing.frames }");
        double[] sorted = frames.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return new Frames(
                sorted.length,
                sorted[sorted.length - 1],
                Arrays.stream(sorted).filter(it -> it > LONG).count(),
                sorted[(int) Math.ceil(sorted.length * .99) - 1],
                ((Number) page.evaluate("timing.longestTask()")).doubleValue());
    }
}
