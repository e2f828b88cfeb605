package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A guest's page, by the names and roles that everybody finds on it.
record GuestPage(Page page) {
    /// The machine may be busy with other things.
    static final int PATIENCE = 60_000;

    /// The start of a function, which has the tiles and their images by name and ends with whether
    /// each has one and shows it.
    private static final String ALL_DRAWN =
            "{ const tiles = document.querySelectorAll('[data-photo]');"
                    + " const images = [...document.querySelectorAll('[data-photo] img')];"
                    + " return tiles.length > 0 && images.length === tiles.length"
                    + " && images.every(image => image.complete && image.naturalWidth > 0"
                    + " && getComputedStyle(image).opacity === '1')";

    static GuestPage open(Page page, Cloud.Running kilat, String slug) {
        page.navigate(kilat.origin() + "/e/" + slug);
        GuestPage guest = new GuestPage(page);
        guest.says("Live");
        page.evaluate("window.sinceOpened = true");
        return guest;
    }

    /// Waits for what the page says about its connection.
    void says(String state) {
        assertThat(page.locator("header").getByRole(AriaRole.STATUS))
                .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    Locator tiles() {
        return page.locator("[data-photo]");
    }

    Locator tile(String photo) {
        return page.locator("[data-photo='" + photo + "']");
    }

    /// The photos in the page, in its order.
    @SuppressWarnings("unchecked")
    List<String> order() {
        return (List<String>) tiles().evaluateAll("all => all.map(tile => tile.dataset.photo)");
    }

    /// Waits until exactly these photos are in the page, in this order.
    void awaitOrder(List<String> photos) {
        await(
                "wanted => [...document.querySelectorAll('[data-photo]')]"
                        + ".map(tile => tile.dataset.photo).join() === wanted",
                String.join(",", photos));
    }

    void awaitPhoto(String photo) {
        tile(photo).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    /// Waits until so many tiles are in the page, and each shows its photo.
    void awaitImages(int count) {
        await("count => " + ALL_DRAWN + " && images.length === count }", count);
    }

    /// Waits until each tile in the page, of which more may come, shows its photo.
    void awaitImages() {
        await("() => " + ALL_DRAWN + " }", null);
    }

    void neverReloaded() {
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.sinceOpened"))
                .as("never reloaded")
                .isEqualTo(true);
    }

    /// What says that photos wait at the top.
    Locator toast() {
        return page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("New Images Added"));
    }

    void awaitCount(int photos) {
        assertThat(page.locator("header"))
                .containsText(
                        Pattern.compile("\\b%,d photos?\\b".formatted(photos)),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    void scrollTo(int y) {
        page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", y);
        await("y => Math.abs(scrollY - y) < 2", y);
        awaitFrame();
    }

    /// Scrolls on by half a screen.
    void scrollOn() {
        page.evaluate("scrollBy({top: innerHeight / 2, behavior: 'instant'})");
        awaitFrame();
    }

    /// Waits until the page has drawn what it was scrolled to: a page hears that it was scrolled
    /// with the next frame, which a busy machine may draw late.
    private void awaitFrame() {
        page.evaluate("() => new Promise(requestAnimationFrame)");
    }

    /// Waits until the page answers yes. (Playwright's own way needs eval, which the content
    /// security policy refuses.)
    void await(String question, @Nullable Object argument) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!Boolean.TRUE.equals(page.evaluate(question, argument))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + question + " of " + argument);
            }
            page.waitForTimeout(25);
        }
    }

    /// A value of what watch.js saw, such as `mostTiles`.
    double watched(String what) {
        return ((Number) page.evaluate("window.watched." + what)).doubleValue();
    }

    /// When this photo's tile first was in the page; milliseconds of the machine's clock.
    double firstSeen(String photo) {
        return watched("firstSeen['" + photo + "']");
    }

    List<?> doubled() {
        return (List<?>) page.evaluate("window.watched.doubled");
    }

    Object evaluate(String script, Object argument) {
        return page.evaluate(script, argument);
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
