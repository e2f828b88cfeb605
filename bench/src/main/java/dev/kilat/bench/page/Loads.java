package dev.kilat.bench.page;

import com.microsoft.playwright.Page;
import dev.kilat.bench.party.Phone;
import dev.kilat.bench.party.Phones;
import java.util.Map;

/// Opens the page as a slow phone's first visit.
final class Loads {
    private static final double CALM = 1500;

    private final Phones phones;
    private final String url;

    Loads(Phones phones, String url) {
        this.phones = phones;
        this.url = url;
    }

    /// In milliseconds since the guest's tap.
    ///
    /// @param tile the first photo's place is on the screen
    /// @param interactive the first tile is there, and no task of more than 50 ms was running then
    ///   or began within half a second
    /// @param picture the first photo is
    record Load(double tile, double interactive, double picture, double kilobytes) {}

    Load once() {
        try (Phone phone = phones.unwrap()) {
            Page page = phone.page();
            begin(page);
            Phones.await(
                    page, "() => timing.interactive() !== null && timing.picture !== null", null);
            return new Load(
                    number(page, "timing.tile"),
                    number(page, "timing.interactive()"),
                    number(page, "timing.picture"),
                    number(page, TRANSFERRED) / 1000);
        }
    }

    /// The browser has long been open when the guest taps.
    private void begin(Page page) {
        page.addInitScript(Resource.text("timing.js"));
        page.waitForTimeout(CALM);
        SlowPhone.thinNetwork(page);
        SlowPhone.slowProcessor(page);
        page.navigate(url);
    }

    /// What came before the first tile.
    private static final String TRANSFERRED =
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".filter(entry => entry.responseEnd <= timing.tile)"
                    + ".reduce((sum, entry) => sum + entry.transferSize, 0)";

    /// Each request until the first tile: when it began and ended, in milliseconds.
    @SuppressWarnings("unchecked")
    Iterable<Map<String, Object>> requests() {
        try (Phone phone = phones.unwrap()) {
            Page page = phone.page();
            begin(page);
            Phones.await(page, "() => timing.interactive() !== null", null);
            return (Iterable<Map<String, Object>>)
                    page.evaluate(
                            "[...performance.getEntriesByType('navigation'),"
                                    + " ...performance.getEntriesByType('resource')].map(e =>"
                                    + " ({name: e.name.replace(location.origin, ''), from: Math.round(e.startTime),"
                                    + " to: Math.round(e.responseEnd), bytes: e.transferSize}))");
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
