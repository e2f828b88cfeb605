package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.kilat.local.demo.PhotoFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people see, in Chromium.
@ExtendWith(Cloud.class)
class BrowserTest {
    private static final LocatorAssertions.HasCountOptions PATIENTLY =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    @Test
    void an_admin_uploads_ten_photos_and_two_guests_see_them_in_order_without_reload(
            Cloud.Running kilat) throws Exception {
        try (Browsers browsers = new Browsers()) {
            Page admin = browsers.page(1440, 900);
            admin.navigate(kilat.origin() + "/admin");
            admin.fill("input[name=password]", kilat.cloud().adminPassword());
            admin.click("text=Log in");
            admin.click("[aria-label='New event'], button:has-text('New event')");
            admin.fill("input[maxlength='200']", "Sari & Bima");
            admin.click("button:has-text('Create event')");
            admin.waitForSelector("h1:has-text('Sari & Bima')");

            Page phone = guest(browsers, kilat, 390, 844);
            Page desktop = guest(browsers, kilat, 1440, 900);

            List<PhotoFile> photos = Stream.generate(Photos::jpeg).limit(10).toList();
            admin.setInputFiles(
                    "input[type=file]",
                    photos.stream()
                            .map(photo ->
                                    new FilePayload(
                                            photo.name(), photo.contentType(), photo.bytes()))
                            .toArray(FilePayload[]::new));

            List<String> order = awaitTen(kilat);
            for (Page guest : List.of(phone, desktop)) {
                Locator tiles = guest.locator("[data-photo]");
                assertThat(tiles).hasCount(10, PATIENTLY);
                assertThat(guest.locator("img.painted")).hasCount(10, PATIENTLY);
                assertThat(tiles.evaluateAll("all => all.map(tile => tile.dataset.photo)"))
                        .isEqualTo(order);
                assertThat(guest.evaluate("window.sinceOpened"))
                        .as("never reloaded")
                        .isEqualTo(true);
                assertThat(guest.locator("header")).containsText("10 photos");
            }
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void a_gallery_that_is_not_there_says_so(Cloud.Running kilat) {
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.page(390, 844);
            page.navigate(kilat.origin() + "/e/no-such-event");
            assertThat(page.locator("body")).containsText("This gallery isn’t here.");
        }
    }

    @Test
    void a_page_opened_by_the_machines_number_is_live_too(Cloud.Running kilat) {
        String slug = kilat.event();
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.page(390, 844);
            page.navigate(kilat.origin().replace("localhost", "127.0.0.1") + "/e/" + slug);
            assertThat(page.locator("header [role=status]")).hasText("Live");
            assertThat(page).hasURL(kilat.origin() + "/e/" + slug);
        }
    }

    private static Page guest(Browsers browsers, Cloud.Running kilat, int width, int height) {
        Page guest = browsers.page(width, height);
        guest.navigate(kilat.origin() + "/e/sari-and-bima");
        assertThat(guest.locator("header [role=status]")).hasText("Live");
        guest.evaluate("window.sinceOpened = true");
        return guest;
    }

    private static List<String> awaitTen(Cloud.Running kilat) throws InterruptedException {
        return Wire.await(
                        () -> kilat.admin().page("sari-and-bima", 60, null).path("photos"),
                        photos -> photos.size() == 10)
                .valueStream()
                .map(photo -> photo.path("photo_id").asText())
                .toList();
    }
}
