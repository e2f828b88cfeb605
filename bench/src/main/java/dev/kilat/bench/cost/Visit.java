package dev.kilat.bench.cost;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kilat.bench.party.Phone;
import dev.kilat.bench.party.Phones;

/// A guest's page on a phone.
record Visit(Phone phone) implements AutoCloseable {
    private static final String IMAGES =
            "[...document.querySelectorAll('[data-photo] img')]"
                    + ".every(image => image.complete && image.naturalWidth > 0)";

    static Visit to(String url, Phones phones) {
        Phone phone = phones.unwrap();
        Page page = phone.page();
        page.navigate(url);
        page.getByText("Live", new Page.GetByTextOptions().setExact(true)).first().waitFor();
        return new Visit(phone);
    }

    /// Scrolls past every photo.
    void seeAll() {
        Page page = phone.page();
        Phones.await(page, "() => document.querySelector('[data-photo]') !== null", null);
        boolean end = false;
        while (!end) {
            Phones.await(page, "() => " + IMAGES, null);
            end =
                    (boolean)
                            page.evaluate(
                                    "() => { const y = scrollY;"
                                            + " scrollBy({top: innerHeight / 2, behavior: 'instant'});"
                                            + " return scrollY === y }");
        }
    }

    void open(String photo) {
        Page page = phone.page();
        Locator tile = page.locator("[data-photo='" + photo + "']");
        tile.scrollIntoViewIfNeeded();
        tile.tap();
        Phones.await(
                page,
                "() => { const images = [...document.querySelectorAll('[role=dialog] img, dialog img')];"
                        + " return images.length > 0 && images.some(image =>"
                        + " image.complete && image.naturalWidth > 0) }",
                null);
        page.keyboard().press("Escape");
        Phones.await(
                page, "() => document.querySelector('dialog[open], [role=dialog]') === null", null);
    }

    @Override
    public void close() {
        phone.close();
    }
}
