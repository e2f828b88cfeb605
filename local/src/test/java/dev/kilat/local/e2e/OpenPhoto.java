package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// A photo that a guest has opened: its heart, and what is said about it.
record OpenPhoto(GuestPage guest) {
    static OpenPhoto open(GuestPage guest, String photo) {
        guest.tile(photo).click();
        OpenPhoto open = new OpenPhoto(guest);
        open.heart().waitFor();
        return open;
    }

    Locator heart() {
        return button(Pattern.compile("^Like"));
    }

    void awaitLikes(int count, boolean own) {
        String name = count == 0 ? "^Like$" : "^Like, " + count + " so far$";
        assertThat(button(Pattern.compile(name)))
                .hasAttribute(
                        "aria-pressed",
                        Boolean.toString(own),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(GuestPage.PATIENCE));
    }

    /// Begins to look out for so many likes; [#sight] tells when they came.
    void lookOutForLikes(int count) {
        lookOut(
                "count => [...document.querySelectorAll('button[aria-pressed]')].some(heart =>"
                        + " heart.getAttribute('aria-label').includes(' ' + count + ' '))",
                count);
    }

    void lookOutForComment(String content) {
        lookOut(
                "content => document.querySelector('[role=dialog]').innerText.includes(content)",
                content);
    }

    private void lookOut(String seen, Object wanted) {
        page().evaluate(
                        "wanted => { const seen = "
                                + seen
                                + ";"
                                + " window.sighted = watched.sight(() => seen(wanted)); }",
                        wanted);
    }

    /// In milliseconds of the machine's clock.
    double sight() {
        return ((Number) page().evaluate("window.sighted")).doubleValue();
    }

    /// Clicks, and says when the page heard of it.
    double click(Locator what) {
        wake();
        page().evaluate(
                        "() => addEventListener('click', () => window.clicked = watched.now(),"
                                + " { capture: true, once: true })");
        what.click();
        return ((Number) page().evaluate("window.clicked")).doubleValue();
    }

    void like() {
        click(heart());
    }

    void openComments() {
        click(button(Pattern.compile("^(Comments|\\d+ comments?)$")));
        words().waitFor();
    }

    Locator words() {
        return page().getByLabel("Write a comment");
    }

    Locator name() {
        return page().getByLabel("Your name (if you like)");
    }

    Locator send() {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true));
    }

    /// What is said about the photo, each with its author.
    Locator comments() {
        return page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.LISTITEM);
    }

    /// What lies over a photo fades when nobody moves, and comes back to whoever does.
    private void wake() {
        page().mouse().move(4, 4);
        page().mouse().move(8, 8);
    }

    private Locator button(Pattern name) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Page page() {
        return guest.page();
    }
}
